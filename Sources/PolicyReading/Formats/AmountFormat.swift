import Format
import PolicyModel

/// What deductibles and caps share in the description: amounts, periods, and what they are kept apart for.
enum AmountFormat {
  /// Money by dimensions.
  static let table = Shape.table(
    TableShape(
      Word("amounts", "金额"), leaf: .byKind(scalar: .scalar(.money), list: nil, mapping: .record(parameterShare)),
      dimensions: Dimension.shapes, extras: [PlanFormat.source]))

  /// A share of a named amount.
  static let parameterShare = RecordShape(
    Word("share of a parameter", "参数的比例"),
    [
      Key("parameter", "参数", .scalar(.identifier), required: true, meaning: Word("name in `parameters`", "“参数”中的名称")),
      Key("share", "比例", .scalar(.factor), required: true, meaning: Word("the share", "比例")),
      Key(
        "rounded_to", "取整到", .scalar(.money),
        meaning: Word("rounded half up to a multiple of this; to fen when left out", "四舍五入到它的整数倍；不写到分")),
      PlanFormat.source,
    ])

  static func period(_ english: String, _ chinese: String) -> Shape {
    PlanFormat.choice(
      english, chinese,
      [
        ("each_settlement", "每次结算"), ("day", "日"), ("month", "月"), ("quarter", "季度"), ("year", "年度"), ("cycle", "周期"),
      ])
  }

  static let cycleDays = Key(
    "cycle_days", "周期天数", .scalar(.days), meaning: Word("length of a cycle in days", "一个周期的天数"))

  static let separately = Key(
    "separately_for", "分别计算",
    PlanFormat.choice("kept apart for", "分别计算", [("disease", "病种"), ("disease_group", "病种组")]),
    meaning: Word("each disease, or group of diseases, has its own; shared when left out", "每个病种或病种组各自计算；不写为共用"))

  static let caps = Shape.dictionary(
    DictionaryShape(
      Word("caps", "限额"),
      .record(
        RecordShape(
          Word("cap", "限额"),
          [
            Key("title", "名称", .scalar(.text), meaning: Word("name, in Chinese", "名称")),
            Key(
              "measures", "口径",
              PlanFormat.choice("what it measures", "口径", of: Cap.Measure.self), required: true,
              meaning: Word("what is limited", "限制什么金额")),
            Key("per", "期间", period("period", "期间"), required: true, meaning: Word("the period it is for", "限额的期间")),
            cycleDays,
            Key("amount", "金额", limits, required: true, meaning: Word("the limit", "金额")),
            separately,
            Key(
              "several", "多病种",
              .byKind(
                scalar: .choice(ChoiceShape(Word("several diseases", "多病种"), [Word("largest", "取最高")])), list: nil,
                mapping: .record(mainAndOthers)),
              meaning: Word("limit of a person with several diseases", "患几种病的人的限额")),
            PlanFormat.source,
          ]))))

  private static let limits = Shape.table(
    TableShape(
      Word("limits", "限额"),
      leaf: .byKind(scalar: .scalar(.moneyOrUnlimited), list: nil, mapping: .record(parameterShare)),
      dimensions: Dimension.shapes, extras: [PlanFormat.source]))

  private static let mainAndOthers = RecordShape(
    Word("main disease and others", "主病种和其他"),
    [
      Key(
        "main_plus_others_up_to", "主病种加其他最多", .scalar(.money), required: true,
        meaning: Word(
          "the main disease's limit and those of the others, which add at most this", "主病种的限额，加上其他病种的限额，合计最多加这么多")),
      PlanFormat.source,
    ])
}
