/// Findings about clearing between provinces.
extension FindingKind {
  package static let clearingNotDeclared = FindingKind(
    "R0201",
    zh: .init("{id} 还没有申报清算", help: "申报后写上 declared_on", why: "清算只看申报过的结算"),
    en: .init(
      "{id} was not declared for clearing", help: "write `declared_on` once it is",
      why: "only what was declared is cleared"))
  package static let clearingTooLate = FindingKind(
    "R0202",
    zh: .init(
      "{month} 的结算 {id} 只能进入 {period} 期清算，超过最长延期 {most} 个月（{clause}）", help: "由两地协商处理，不进入清算",
      why: "延期有上限"),
    en: .init(
      "{id} of {month} could only be cleared with {period}, more than {most} months late ({clause})",
      help: "the two places settle it between themselves", why: "being late has a limit"))
  package static let clearingYearClosed = FindingKind(
    "R0203",
    zh: .init("{id} 只能进入 {period} 期清算，而当年的结算最晚在次年 {last} 月底前清算（{clause}）", help: "由两地协商处理，不进入清算", why: "年度要结清"),
    en: .init(
      "{id} could only be cleared with {period}, but its year is cleared by the end of month {last} ({clause})",
      help: "the two places settle it between themselves", why: "a year comes to an end"))
  package static let clearingSameProvince = FindingKind(
    "R0204",
    zh: .init("{id} 的参保地和就医地都在 {province}", help: "省内的结算不放进跨省清算的文件", why: "跨省清算只算省与省之间的应收应付"),
    en: .init(
      "{id} lies within {province}", help: "leave what is settled within a province out of the file",
      why: "clearing is between provinces"))
  package static let clearingNoRules = FindingKind(
    "R0205",
    zh: .init("{province} 在 {day} 没有可用的清算规则", help: "在该省或 100000 的规则文件里写 clearing", why: "没有规则就不知道进入哪一期"),
    en: .init(
      "there are no clearing rules of {province} on {day}",
      help: "write `clearing` in the province's or the nation's file",
      why: "without rules nobody knows the month"))
  package static let clearingAmountMissing = FindingKind(
    "R0206",
    zh: .init("{id} 没有写 {field}", help: "补上金额；没有的写 0", why: "应付的金额由它算出"),
    en: .init(
      "{id} does not tell {field}", help: "add the amount; 0 where there is none", why: "it is part of what is owed"))
  package static let clearingDoubled = FindingKind(
    "R0207",
    zh: .init("{id} 出现了不止一次", help: "只留一条", why: "同一笔结算只清算一次"),
    en: .init("{id} is there more than once", help: "keep one of them", why: "a settlement is cleared once"))
  package static let clearingOriginalUnknown = FindingKind(
    "R0208",
    zh: .init("{id} 所针对的结算 {original} 不在文件里", help: "加上原结算的文件，或写 init_clr_ym：原结算在哪一期清算", why: "退回和扣除不能早于原结算的清算，也不能多于它"),
    en: .init(
      "the settlement {original} that {id} is about is in none of the files",
      help: "add its file, or write `init_clr_ym`, the month it was cleared with",
      why: "nothing is taken back before it was paid, or more than was paid"))
  package static let clearingOriginalRefused = FindingKind(
    "R0209",
    zh: .init("{id} 所针对的结算 {original} 没有进入清算", help: "先处理原结算", why: "没有清算的，不能从清算里退回"),
    en: .init(
      "the settlement {original} that {id} is about is in no month's clearing", help: "deal with the settlement first",
      why: "what was not cleared cannot be taken back"))
  package static let clearingOriginalDiffers = FindingKind(
    "R0210",
    zh: .init("{id} 和原结算 {original} 的参保地、就医地或险种不同，或早于原结算", help: "核对两条记录", why: "退回的钱要原路返回"),
    en: .init(
      "{id} has other places or another insurance than {original}, or is before it", help: "check both records",
      why: "money goes back the way it came"))
  package static let clearingMoreThanLeft = FindingKind(
    "R0211",
    zh: .init("{id} 要退回或扣除的多于 {original} 剩下的 {left} 元", help: "核对退费和扣款的金额", why: "不能退回没有付过的钱"),
    en: .init(
      "{id} takes back more than the {left} yuan that are left of {original}", help: "check the amounts",
      why: "what was not paid cannot be taken back"))
  package static let clearingOverflow = FindingKind(
    "R0212",
    zh: .init("{month} 期的合计超出范围", help: "检查金额的单位是不是元", why: "超出范围的合计没有意义"),
    en: .init(
      "a sum of {month} does not fit", help: "check whether amounts are in yuan", why: "such a sum means nothing"))
  package static let clearingRefundInPart = FindingKind(
    "R0213",
    zh: .init(
      "{id} 只退回 {original} 剩下的 {left} 元中的一部分", help: "退费按整笔结算写全部金额；只扣一部分的，写 record_type: deduction",
      why: "退费是把整笔结算退回去，扣款才是退一部分"),
    en: .init(
      "{id} takes back only part of the {left} yuan that are left of {original}",
      help: "a refund pays the whole settlement back; what takes back a part is `record_type: deduction`",
      why: "a settlement is refunded as a whole, only the audit deducts a part"))

  package static let clearingKinds: [FindingKind] = [
    clearingNotDeclared, clearingTooLate, clearingYearClosed, clearingSameProvince, clearingNoRules,
    clearingAmountMissing, clearingDoubled, clearingOriginalUnknown, clearingOriginalRefused, clearingOriginalDiffers,
    clearingMoreThanLeft, clearingOverflow, clearingRefundInPart,
  ]
}
