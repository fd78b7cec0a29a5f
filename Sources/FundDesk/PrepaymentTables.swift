import Format
import FundSide
import PolicyModel
import Records
import Values

/// The tables of prepayments, as in Beijing's annexes 5 to 7.
enum PrepaymentTables {
  static let prepayment = RecordKind(
    Word("prepayment", "5 预付金额度调整明细表"),
    [
      Key("year", "年度", .scalar(.wireText), meaning: Word("the year it is for", "预付金的年度")),
      province("insuplc_admdvs", "参保省", required: true), province("mdtrtarea_admvs", "就医省", required: true),
      money("sum", "计算月份合计", "cleared in the months that count", "参加计算的月份的清算金额合计"),
      money("former", "原额度", "prepaid before", "调整前的额度"),
      money("amount", "本年额度", "the yearly prepayment", "本年度的额度"),
      money("change", "调整", "to be added, or with `*` to be returned", "应增加的金额，加注“*”的为返还"),
      .text("mark", "标识", "`*` for a return: amounts are never negative", "返还的标“*”，金额不写负数"),
      .text("clause", "依据", "clause", "条款"), basis,
    ])

  static let payment = notice(Word("prepayment_payment_notice", "6 预付金额度调整付款通知书"), "收款省")
  static let collection = notice(Word("prepayment_collection_notice", "7 预付金额度调整收款通知书"), "付款省")

  static let use = RecordKind(
    Word("prepayment_use", "预付金使用率"),
    [
      Key("month", "清算期", .scalar(.month), required: true, meaning: Word("the month", "清算期")),
      province("insuplc_admdvs", "参保省"), province("mdtrtarea_admvs", "就医省"),
      money("cleared", "月度清算资金", "cleared in the month", "当月的清算金额"),
      money("amount", "预付金", "the prepayment", "预付金额度"),
      .text("rate", "使用率", "share that the month used up", "月度清算资金占预付金的比例"),
      Key(
        "warning", "预警",
        .choice(
          ChoiceShape(
            Word("warning", "预警"), PrepaymentRules.Warning.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("the warning it gives", "出现的预警")),
      .text("asks", "可申请调增的一方", "who may ask for more", "哪一方可以申请紧急调增"),
      Key("until", "申请截止", .scalar(.wireDate), meaning: Word("last day to ask", "申请的最后一天")),
      .text("clause", "依据", "clause", "条款"), basis,
    ])

  private static let basis = Key.text(
    "basis", "依据性质", "how firm the clause is", "official 官方，reported 转述，assumed 假定")

  private static func notice(_ name: Word, _ partner: String) -> RecordKind {
    RecordKind(
      name,
      [
        .text("year", "年度", "the year it is for", "预付金的年度"), province("province", "省份"),
        province("partner", partner),
        .text("line", "名称", "name of the province, `*` before it for a return", partner + "名称，返还的前面加“*”"),
        money("amount", "金额", "to be moved", "应划拨的金额"),
      ])
  }

  private static func province(_ name: String, _ chinese: String, required: Bool = false) -> Key {
    Key(
      name, chinese, .scalar(.regionCode), required: required, meaning: Word("code of the province", chinese + "的区划代码"))
  }

  private static func money(_ name: String, _ chinese: String, _ english: String, _ meaning: String) -> Key {
    Key(name, chinese, .scalar(.wireMoney), meaning: Word(english, meaning))
  }
}
