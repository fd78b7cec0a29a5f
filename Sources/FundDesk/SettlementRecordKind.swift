import Claims
import Format
import FundSide
import PolicyModel
import Records
import Values

extension SettlementRecord {
  /// The one description of settlements on the fund side: the national platform's names, and what the platform lacks.
  package static let recordKind = RecordKind(
    Word("settlement_record", "结算记录"),
    [
      Key(
        "setl_id", "结算ID", .scalar(.wireText), required: true, meaning: Word("id, unique in the file", "结算ID，文件内不重复")),
      Key(
        "record_type", "记录类型",
        .choice(
          ChoiceShape(
            Word("type", "类型"), [Word("settlement", "结算"), Word("refund", "退费"), Word("deduction", "审核扣款")])),
        meaning: Word("a settlement when left out", "不写为结算")),
      Key(
        "init_setl_id", "原结算ID", .scalar(.wireText),
        meaning: Word("the settlement that a refund or deduction takes back from", "退费或扣款所针对的结算")),
      Key(
        "insuplc_admdvs", "参保地医保区划", .scalar(.regionCode), required: true, meaning: Word("place of insurance", "参保地")),
      Key(
        "mdtrtarea_admvs", "就医地医保区划", .scalar(.regionCode), required: true,
        meaning: Word("place of treatment", "就医地")),
      Key("insutype", "险种类型", .scalar(.nationalCode), required: true, meaning: Word("insurance", "310 职工，390 居民")),
      Key(
        "med_type", "医疗类别", .scalar(.nationalCode), required: true,
        meaning: Word("kind of visit", "11 普通门诊，14 门诊慢特病，21 普通住院，41 药店购药")),
      Key("fixmedins_code", "定点医药机构编号", .scalar(.wireText), meaning: Word("institution", "定点医药机构编号")),
      Key(
        "setl_time", "结算时间", .scalar(.wireDate), required: true,
        meaning: Word("day of the settlement, refund or decision to deduct", "结算、退费或决定扣款的日期")),
      Key(
        "declared_on", "申报日期", .scalar(.wireDate),
        meaning: Word("day on which it was declared for clearing", "定点医药机构申报清算的日期")),
      Key(
        "init_clr_ym", "原结算清算期", .scalar(.month),
        meaning: Word(
          "of a refund or deduction: the month with which the original was cleared, where it is in none of the files",
          "退费或扣款所针对的结算不在文件里时，它在哪一期清算")),
    ]
      + SettlementAmount.allCases.map { amount in
        Key(
          amount.field, amount.chinese, .scalar(.wireMoney),
          meaning: Word("\(amount.rawValue), never negative", "\(amount.chinese)，不写负数，方向由记录类型决定"))
      } + [
        Key(
          "fulamt_advpay_flag", "全额垫付标志", .scalar(.wireText),
          meaning: Word(
            "`0` settled directly (when left out), `1` paid in full and claimed at home", "0 直接结算（不写即是），1 全额垫付后手工报销"))
      ])
}
