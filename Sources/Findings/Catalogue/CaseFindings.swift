/// Findings of golden cases.
extension FindingKind {
  package static let caseMismatch = FindingKind(
    "T0101",
    zh: .init("{path} 应为 {expected}，实为 {found}", help: "核对案例和规则，哪个错改哪个", why: "案例是规则的承诺"),
    en: .init(
      "{path} should be {expected}, is {found}", help: "check case and rules and correct the wrong one",
      why: "a case is what the rules promise"))
  package static let casePathMissing = FindingKind(
    "T0102",
    zh: .init("结果里没有 {path}", help: "改正字段名；结果有：{suggestion}", why: "期望的字段不存在，案例就没有检验任何东西"),
    en: .init(
      "the result has no {path}", help: "correct the field name; the result has: {suggestion}",
      why: "an expectation that meets nothing tests nothing"))
  package static let caseFailed = FindingKind(
    "T0103",
    zh: .init("案例没有得到结果：{message}", help: "改正案例或规则", why: "案例要能结算，或写明期望的错误", related: "出错的地方"),
    en: .init(
      "the case gave no result: {message}", help: "correct the case or the rules",
      why: "a case has to settle, or name the error it expects", related: "where it failed"))
  package static let caseErrorDiffers = FindingKind(
    "T0104",
    zh: .init("期望错误 {expected}，实际 {found}", help: "核对案例和规则", why: "期望的错误没有出现"),
    en: .init(
      "expected error {expected}, got {found}", help: "check case and rules",
      why: "the expected error did not occur"))
  package static let caseExpectsNothing = FindingKind(
    "T0105",
    zh: .init(
      "案例没有写 expect、expect_standing、expect_answer、expect_tables 或 expect_error", help: "写上期望的结果", why: "没有期望的案例不会失败"),
    en: .init(
      "the case has none of expect, expect_standing, expect_answer, expect_tables and expect_error",
      help: "write what is expected",
      why: "a case that expects nothing cannot fail"))
  package static let caseAfterUnknown = FindingKind(
    "T0106",
    zh: .init("前面没有名为“{name}”的案例", help: "改成同一文件中前面的案例名", why: "接续的累计额要来自前面的案例"),
    en: .init(
      "there is no earlier case `{name}`", help: "name an earlier case of the same file",
      why: "accounts to go on from have to come from an earlier case"))
  package static let duplicateCase = FindingKind(
    "T0107",
    zh: .init("案例名“{name}”用了两次", help: "换一个名字", why: "重名的案例分不清"),
    en: .init(
      "case name `{name}` is used twice", help: "choose another name",
      why: "cases of one name cannot be told apart"))
  package static let noCases = FindingKind(
    "T0108",
    zh: .init("“{path}”里没有案例", help: "检查路径；案例文件以 .cases.yaml 结尾", why: "没有运行任何案例的测试不算通过"),
    en: .init(
      "there are no cases in `{path}`", help: "check the path; case files end in .cases.yaml",
      why: "a test that ran no case has not passed"))

  package static let caseKinds: [FindingKind] =
    [
      caseMismatch, casePathMissing, caseFailed, caseErrorDiffers, caseExpectsNothing, caseAfterUnknown, duplicateCase,
      noCases,
    ] + coverageKinds
}
