/// Findings about operations reports.
extension FindingKind {
  package static let reportOverflow = FindingKind(
    "R0701",
    zh: .init("加上 {id} 以后合计超出范围", help: "分成几个较短的期间统计", why: "金额只用整数分计算，超出范围的合计没有意义"),
    en: .init(
      "a sum does not fit once {id} is added", help: "report over fewer months",
      why: "amounts are whole fen, and a sum that does not fit means nothing"))

  package static let operationsKinds: [FindingKind] = [reportOverflow]
}
