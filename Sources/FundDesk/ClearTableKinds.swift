import Format
import FundSide
import PolicyModel
import Records

/// The tables of a month's clearing, named as in the annexes of Beijing's rules (14, 14-1 … 14-7, 15, 16).
enum ClearTableKinds {
  static let national = RecordKind(
    Word("clearing_national", "14 全国跨省异地就医费用清算表"),
    [
      month, province("province", "省份"), name("province_name", "省份名称"),
      money("payable", "应付", "owed to others as place of insurance", "作为参保地应付给其他省的"),
      money("payable_returns", "应返还", "to be returned as place of treatment, `*`", "作为就医地应返还给其他省的，加注“*”的"),
      money("receivable", "应收", "owed by others as place of treatment", "作为就医地应收的"),
      money("receivable_returns", "应收返还", "to be returned by others, `*`", "作为参保地应收其他省返还的，加注“*”的"),
      .text("direction", "净额方向", "pays or receives", "收支相抵后是付款还是收款"),
      money("net", "净额", "what is left when both are set off", "收支相抵后的净额"), madeOn,
    ])

  static let payable = bill(Word("clearing_payable", "14-1 应付医疗费用清算表"), "就医省")
  static let receivable = bill(Word("clearing_receivable", "14-7 应收医疗费用清算表"), "参保省")

  static let payableEmployee = details(Word("clearing_payable_employee", "14-2 职工医保基金应付明细表"))
  static let payableResident = details(Word("clearing_payable_resident", "14-3 居民医保基金应付明细表"))
  static let deductions = audits(Word("clearing_deductions", "14-4 医保基金审核扣款明细表"))
  static let deductionsEmployee = audits(Word("clearing_deductions_employee", "14-5 职工医保基金审核扣款明细表"))
  static let deductionsResident = audits(Word("clearing_deductions_resident", "14-6 居民医保基金审核扣款明细表"))

  static let payment = notice(Word("clearing_payment_notice", "15 费用付款通知书"), "收款省")
  static let collection = notice(Word("clearing_collection_notice", "16 费用收款通知书"), "付款省")

  /// What one province owes another for a month; `policy prepayment` reads it.
  static let cleared = RecordKind(
    Word("cleared", "清算结果"),
    [
      month, province("insuplc_admdvs", "参保省"), province("mdtrtarea_admvs", "就医省"),
      money("amount", "金额", "owed, or to be returned", "应付或应返还的金额"),
      Key(
        "returned", "返还", .scalar(.flag),
        meaning: Word("whether the place of treatment returns it", "是否由就医省返还给参保省")),
    ])

  static let assigned = RecordKind(
    Word("assigned", "清算期"),
    [
      .text("file", "文件", "file of the record", "记录所在的文件"),
      count("line", "行", "line of the record", "记录所在的行"),
      .text("setl_id", "结算ID", "id of the record, where it could be read", "记录的编号，读不出的没有"),
      .text("record_type", "记录类型", "settlement, refund or deduction", "结算、退费或审核扣款"),
      Key("month", "清算期", .scalar(.month), meaning: Word("the month it is cleared with", "随哪一期清算")),
      .text("code", "代码", "why it is in no month", "没有进入清算的原因代码"),
    ])

  static let all = [
    national, payable, payableEmployee, payableResident, deductions, deductionsEmployee, deductionsResident,
    receivable, payment, collection, cleared, assigned, RefusedRecord.kind,
  ]

  private static let month = Key(
    "month", "清算期", .scalar(.month), required: true,
    meaning: Word("the month whose settlements are regularly cleared", "费用所属的月份"))

  private static func bill(_ name: Word, _ partner: String) -> RecordKind {
    RecordKind(
      name,
      [
        month, province("province", "省份"), province("partner", partner),
        Self.name("partner_name", partner + "名称"),
        count("times", "人次", "person-times", "结算人次"), money("employee", "职工基金", "funds of employees", "职工医保基金"),
        money("resident", "居民基金", "funds of residents", "居民医保基金"),
        money("refunded", "退费", "refunds taken off", "冲减的退费"),
        money("deducted", "审核扣款", "audit deductions taken off", "冲减的审核扣款"),
        mark, money("amount", "清算金额", "owed, or with `*` to be returned", "应付或应收的金额，加注“*”的为返还"), madeOn,
      ])
  }

  private static let madeOn = Key(
    "made_on", "生成日", .scalar(.wireDate), meaning: Word("day on which the tables are made", "清算表生成的日期"))

  private static func details(_ name: Word) -> RecordKind {
    RecordKind(
      name,
      [
        month, province("province", "参保省"), province("partner", "就医省"), Self.name("partner_name", "就医省名称"),
        .text("visit", "就医类别", "kind of visit", "就医类别"), count("times", "人次", "person-times", "结算人次"),
        money("total", "医疗费总额", "total costs", "医疗费总额"),
        money("funds", "基金支付", "owed before refunds and deductions", "冲减前的应付金额"),
        count("refunds", "退费笔数", "refunds", "退费笔数"), money("refunded", "退费", "refunded", "退费金额"),
      ])
  }

  private static func audits(_ name: Word) -> RecordKind {
    RecordKind(
      name,
      [
        month, province("province", "参保省"), province("partner", "就医省"), Self.name("partner_name", "就医省名称"),
        .text("visit", "就医类别", "kind of visit", "就医类别"), count("deductions", "扣款笔数", "deductions", "扣款笔数"),
        money("deducted", "扣款金额", "deducted", "扣款金额"),
      ])
  }

  private static func notice(_ name: Word, _ partner: String) -> RecordKind {
    RecordKind(
      name,
      [
        month, province("province", "省份"), province("partner", partner),
        .text("line", "名称", "name of the province, `*` before it for a return", partner + "名称，返还的前面加“*”"),
        money("amount", "金额", "to be moved", "应划拨的金额"),
      ])
  }

  private static let mark = Key.text("mark", "标识", "`*` for a return: amounts are never negative", "返还的标“*”，金额不写负数")

  private static func province(_ name: String, _ chinese: String) -> Key {
    Key(name, chinese + "代码", .scalar(.regionCode), meaning: Word("code of the province", chinese + "的区划代码"))
  }

  private static func name(_ name: String, _ chinese: String) -> Key {
    .text(name, chinese, "name of the province", chinese)
  }

  private static func count(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    Key(name, chinese, .scalar(.integer), required: true, meaning: Word(english, meaning))
  }

  private static func money(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    Key(name, chinese, .scalar(.wireMoney), required: true, meaning: Word(english, meaning))
  }
}
