import Format
import PolicyModel

/// The part of the description about money between provinces: prepayment, reconciliation and clearing.
enum FundFormat {
  static let keys = [
    Key(
      "prepayment", "预付金", prepayment,
      meaning: Word("what a province pays another ahead of clearing", "预付金怎样核定，何时预警和调增")),
    Key(
      "reconciliation", "对账", reconciliation,
      meaning: Word("what the sides of a settlement compare", "就医地、参保地和国家三方对账")),
    Key(
      "clearing", "清算", clearing,
      meaning: Word("which settlements a month's clearing holds, and what is owed", "每月清算哪些结算，应付多少")),
    Key(
      "cost_inquiry", "费用协查", CostInquiryFormat.shape,
      meaning: Word("costs that may be looked into, and by when", "哪些费用可以协查，何时办结")),
    Key(
      "deadlines", "期限", DeadlineFormat.shape,
      meaning: Word("by when what has to be done", "各项业务的办理期限")),
    Key(
      "operations", "运行目标", OperationsFormat.shape,
      meaning: Word("what the running of direct settlement is measured against", "直接结算运行分析的目标")),
  ]

  /// A time to do something in.
  static let allowance = Shape.variants([
    RecordShape(
      Word("working days", "工作日"),
      [
        Key(
          "working_days", "工作日", .scalar(.allowedDays), required: true,
          meaning: Word("by the holiday calendar of the code lists", "按目录里的节假日安排"))
      ]),
    RecordShape(
      Word("days", "天"),
      [Key("days", "天", .scalar(.allowedDays), required: true, meaning: Word("days of the calendar", "自然日"))]),
  ])

  static func amounts(_ name: String, _ chinese: String, _ meaning: Word) -> Key {
    Key(
      name, chinese,
      .list(
        ListShape(
          PlanFormat.ruling("amount", "金额", SettlementAmount.allCases.map { ($0.rawValue, $0.chinese) }))),
      required: true, meaning: meaning)
  }

  private static let prepayment = Shape.record(
    RecordShape(
      Word("prepayment", "预付金"),
      [
        Key("amount", "额度", .record(amount), meaning: Word("the yearly amount", "年度预付金额度")),
        Key("warnings", "预警", .record(warnings), meaning: Word("by the share that a month uses up", "按使用率预警")),
        Key("emergency", "紧急调增", .record(emergency), meaning: Word("asking for more within the year", "年度中的紧急调增")),
        PlanFormat.source,
      ], oneAtLeastOf: ["amount", "warnings", "emergency"]))

  private static let amount = RecordShape(
    Word("yearly amount", "额度"),
    [
      Key(
        "from_month", "起月", .scalar(.monthOfYear), required: true,
        meaning: Word("first month of the year before that counts", "按上年哪个月起的平均值")),
      Key(
        "to_month", "止月", .scalar(.monthOfYear), required: true,
        meaning: Word("last month of the year before that counts", "到上年哪个月")),
      Key(
        "times", "倍数", .scalar(.factor), required: true,
        meaning: Word("times the monthly mean, `200%` for twice", "月平均值的倍数，两倍写 200%")),
      PlanFormat.source,
    ])

  private static let warnings = RecordShape(
    Word("warnings", "预警"),
    [
      Key("yellow", "黄色", .scalar(.ratio), required: true, meaning: Word("from this share on", "使用率达到多少")),
      Key("red", "红色", .scalar(.ratio), required: true, meaning: Word("from this share on", "使用率达到多少")),
      PlanFormat.source,
    ])

  private static let emergency = RecordShape(
    Word("increase", "紧急调增"),
    [
      Key(
        "from", "起于",
        PlanFormat.ruling(
          "warning", "预警", PrepaymentRules.Warning.allCases.map { ($0.rawValue, $0.chinese) }), required: true,
        meaning: Word("the warning that opens it", "出现哪种预警可以启动")),
      Key(
        "asks", "申请方",
        PlanFormat.ruling("side", "一方", TreatmentSide.allCases.map { ($0.rawValue, $0.chinese) }), required: true,
        meaning: Word("who may ask", "由哪一方申请")),
      Key(
        "within", "期限", allowance,
        meaning: Word("after the month's clearing was signed; open when left out", "当期清算签章之日起；不写为没有规定")),
      PlanFormat.source,
    ])

  private static let reconciliation = Shape.record(
    RecordShape(
      Word("reconciliation", "对账"),
      [amounts("compares", "核对", Word("amounts that have to be the same", "各方必须一致的金额")), PlanFormat.source]))

  private static let clearing = Shape.record(
    RecordShape(
      Word("clearing", "清算"),
      [
        amounts(
          "pays", "支付", Word("amounts whose sum the place of insurance owes", "参保地应付给就医地的金额，几项相加")),
        Key(
          "declared_by", "申报截止日", .scalar(.dayOfMonth), required: true,
          meaning: Word("day of the next month until which a month is declared", "当月的结算，次月几日前申报")),
        Key(
          "made_on", "生成日", .scalar(.dayOfMonth), required: true,
          meaning: Word("day of the next month on which the tables are made", "清算表在次月几日生成")),
        Key(
          "most_delay", "延期月数", .scalar(.months), required: true,
          meaning: Word("months that clearing may be late", "清算最多延期几个月")),
        Key(
          "year_cleared_by", "上年截止月", .scalar(.monthOfYear), required: true,
          meaning: Word("month of the next year until whose end a year is cleared", "当年的结算，最晚次年几月底前清算")),
        PlanFormat.source,
      ]))
}
