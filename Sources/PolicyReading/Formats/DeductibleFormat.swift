import Format
import PolicyModel

/// The part of the description about deductibles.
enum DeductibleFormat {
  static let shape = RecordShape(
    Word("deductible", "起付标准"),
    [
      Key(
        "per", "计收", AmountFormat.period("period", "计收"), required: true,
        meaning: Word("charged for each settlement, or once in a period", "每次结算收取，还是每个期间一次")),
      AmountFormat.cycleDays,
      Key(
        "counted_within", "次数范围",
        PlanFormat.choice("counting", "次数范围", of: Deductible.Counting.self),
        meaning: Word("which earlier stays count for `occurrence`; all when left out", "哪些住院计入次数；不写为全部")),
      Key(
        "account", "账户", .scalar(.identifier), meaning: Word("account of what was charged in the period", "期间内已收起付额的账户")
      ),
      Key(
        "used_up", "抵扣方式",
        PlanFormat.choice("use", "抵扣方式", [("together", "合并"), ("per_level", "分级"), ("highest", "最高级别")]),
        meaning: Word(
          "how claims of the period use it up: all together, each level its own, or the highest level's once",
          "期间内如何抵扣：合并、各级分别、或按用过的最高级别只收一次")),
      AmountFormat.separately,
      Key("amount", "标准", amountTable, required: true, meaning: Word("the amount", "金额")),
      Key(
        "adjust", "调整", .list(ListShape(.record(adjustment))),
        meaning: Word("changes to the amount, in this order", "依次对金额的调整")),
      Key(
        "again_every_days", "满天数再收", againTable,
        meaning: Word("days of a stay after which it is charged again", "一次住院每满多少天再收一次")),
      Key("ceiling", "年度上限", .record(ceiling), meaning: Word("limit on what is charged in a year", "年度内起付标准合计的上限")),
      PlanFormat.source,
    ])

  private static let amountTable = Shape.table(
    TableShape(
      Word("deductible amounts", "起付标准"),
      leaf: .byKind(
        scalar: .scalar(.money), list: nil, mapping: .variants([AmountFormat.parameterShare, shareOfClaim])),
      dimensions: Dimension.shapes,
      extras: [PlanFormat.source]))

  static let shareOfClaim = RecordShape(
    Word("share of an amount", "按金额的比例"),
    [
      Key(
        "percent_of", "基数", PlanFormat.choice("base", "基数", of: Deductible.ShareBase.self),
        required: true,
        meaning: Word("amount the share is of", "按什么金额计算")),
      Key("share", "比例", .scalar(.ratio), required: true, meaning: Word("the share", "比例")),
      Key("at_least", "最低", .scalar(.money), meaning: Word("not below", "不低于")),
      Key("at_most", "最高", .scalar(.money), meaning: Word("not above", "不高于")),
      PlanFormat.source,
    ])

  private static let adjustment = RecordShape(
    Word("deductible adjustment", "起付标准的调整"),
    [
      Key("for", "对象", PlanFormat.conditions, meaning: Word("whom it is for", "对哪些人")),
      Key(
        "times", "乘以",
        .table(
          TableShape(
            Word("factors", "倍数"), leaf: .scalar(.factor), dimensions: Dimension.shapes, extras: [PlanFormat.source])),
        meaning: Word("factor on the amount", "金额乘以")),
      Key("minus_each_time", "每次递减", AmountFormat.table, meaning: Word("less for each earlier stay", "以前每住院一次减少")),
      Key(
        "times_each_time", "每次乘以", .scalar(.factor),
        meaning: Word("factor on the amount of the stay before", "按上一次的金额乘以")),
      Key("at_least", "最低", AmountFormat.table, meaning: Word("not below", "不低于")),
      Key("at_most", "最高", AmountFormat.table, meaning: Word("not above", "不高于")),
      PlanFormat.source,
    ])

  private static let againTable = Shape.table(
    TableShape(
      Word("days until it is charged again", "再收的天数"), leaf: .scalar(.daysOrNever), dimensions: Dimension.shapes,
      extras: [PlanFormat.source]))

  private static let ceiling = RecordShape(
    Word("ceiling", "上限"),
    [
      Key(
        "account", "账户", .scalar(.identifier), required: true,
        meaning: Word("account of the deductibles charged this year", "年度已收起付标准的账户")),
      Key("amount", "金额", AmountFormat.table, required: true, meaning: Word("the limit", "上限金额")),
      PlanFormat.source,
    ])
}
