/// Findings about records that are read from files.
extension FindingKind {
  package static let recordUnclear = FindingKind(
    "R0101",
    zh: .init("{field} 读不出来", help: "按结算记录的格式写", why: "认不出的记录不能猜"),
    en: .init("{field} cannot be read", help: "write it as the format of settlement records says", why: "nothing is guessed"))
  package static let recordCodeUnknown = FindingKind(
    "R0102",
    zh: .init("{field} 的代码“{code}”不在目录里", help: "用国家平台的代码，或补到 policies/catalogue", why: "认不出险种和就医类别，就不知道归到哪张表"),
    en: .init(
      "code `{code}` of {field} is not in the catalogue", help: "use the platform's code, or add it to policies/catalogue",
      why: "without insurance and kind of visit nobody knows which table it belongs to"))
  package static let originalMissing = FindingKind(
    "R0103",
    zh: .init("{type} 没有写 init_setl_id", help: "写上所针对的结算的 setl_id", why: "不知道从哪一笔结算里退回或扣除"),
    en: .init(
      "the {type} has no `init_setl_id`", help: "name the settlement that it takes back from",
      why: "otherwise nobody knows what it is taken back from"))
  package static let originalNeedless = FindingKind(
    "R0104",
    zh: .init("结算写了 init_setl_id", help: "删去，或写 record_type: refund 或 deduction", why: "只有退费和扣款针对另一笔结算"),
    en: .init(
      "a settlement has an `init_setl_id`", help: "delete it, or write `record_type: refund` or `deduction`",
      why: "only refunds and deductions are about another settlement"))

  package static let recordKinds: [FindingKind] = [recordUnclear, recordCodeUnknown, originalMissing, originalNeedless]
}
