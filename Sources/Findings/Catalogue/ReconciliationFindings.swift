/// Findings about reconciliation.
extension FindingKind {
  package static let reconciliationNoRules = FindingKind(
    "R0301",
    zh: .init("{region} 在 {day} 没有可用的对账规则", help: "在该地区或 100000 的规则文件里写 reconciliation", why: "没有规则就不知道核对哪些金额"),
    en: .init(
      "there are no reconciliation rules of {region} on {day}",
      help: "write `reconciliation` in the region's or the nation's file",
      why: "without rules nobody knows what to compare"))
  package static let reconciliationOverflow = FindingKind(
    "R0302",
    zh: .init("合计超出范围", help: "检查金额的单位是不是元", why: "超出范围的合计没有意义"),
    en: .init("a sum does not fit", help: "check whether amounts are in yuan", why: "such a sum means nothing"))

  package static let reconciliationKinds: [FindingKind] = [reconciliationNoRules, reconciliationOverflow]
}
