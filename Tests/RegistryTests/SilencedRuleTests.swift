import Claims
import Findings
import Registry
import Testing

@Suite("findings that a comment allows")
struct SilencedRuleTests {
  private static let reduction = "    temporary/unfiled: {lower_by: 10 points, source: 异地指南 未转诊或未备案}\n"
  private static let tooMuch = "    temporary/unfiled: {lower_by: 25 points, source: 异地指南 未转诊或未备案}"

  /// The shipped rules with a reduction in Hunan that the nation's guardrail of 2022 forbids, and a city that inherits
  /// it.
  private func hunan(_ comment: String = "", before: String = "") throws -> PolicyCopy {
    let policies = try PolicyCopy()
    let line = before + Self.tooMuch + comment + "\n"
    try policies.replace(Self.reduction, with: line, in: PolicyCopy.hunan)
    try policies.write(
      """
      format: "1"
      region: "430100"
      title: 长沙市
      in_force: {from: "2023-01-01", to: "2024-09-04"}
      inherits: "430000"
      sources:
        指南: {title: 指南, basis: assumed}

      """, to: "430100-changsha/2023-01-01.yaml")
    return policies
  }

  @Test("without a comment the region and its heirs refuse")
  func error() throws {
    let registry = try hunan().load()
    #expect(registry.findings.map(\.kind.code) == ["P0341"])
    #expect(registry.silenced.map(\.finding.kind.code) == ["P0342"])
    #expect(try registry.outcome("430000", on: "2024-06-01") == "faulty")
    #expect(try registry.outcome("430100", on: "2024-06-01") == "faulty")
  }

  @Test(
    "with a comment and a reason both settle, whichever form it has",
    arguments: [
      (" # policy: allow P0341 文件如此", ""), (" # 规则：允许 P0341 文件如此", ""), (" # 规则: 允许P0341，文件如此", ""),
      ("", "    # policy: allow p0341 – 文件如此\n"), ("", "    # 规则：允许 P0341 文件如此\n    # 再核对\n"),
    ])
  func allowed(after: String, before: String) throws {
    let registry = try hunan(after, before: before).load()
    #expect(registry.findings.map(\.kind.code) == [])
    let silenced = try #require(registry.silenced.first { $0.finding.kind == .guardrailBroken })
    #expect(silenced.silencing.reason == "文件如此")
    #expect(silenced.finding.place?.file.path.hasSuffix(PolicyCopy.hunan) == true)
    #expect(try registry.outcome("430000", on: "2024-06-01") == "430000 2023-09-01")
    #expect(try registry.outcome("430100", on: "2024-06-01") == "430100 2023-01-01")
  }

  @Test(
    "a comment that does not count leaves the error and is itself found",
    arguments: [
      (" # policy: allow P0341", "P0481"), (" # policy: allow P0341 ……", "P0481"),
      (" # policy: allow 文件如此", "P0483"), (" # policy: ignore P0341 文件如此", "P0483"),
      (" # policy: allow P0999 文件如此", "P0483"), (" # policy: allow P0305 文件如此", "P0482"),
      (" # policy: allow P0342 文件如此", "P0480"),
    ])
  func ineffective(comment: String, code: String) throws {
    let registry = try hunan(comment).load()
    #expect(registry.findings.map(\.kind.code).sorted() == ["P0341", code])
    #expect(try registry.outcome("430100", on: "2024-06-01") == "faulty")
  }

  @Test(
    "a sentence that begins alike is no such comment",
    arguments: [
      " # 规则：允许异地就医，P0341 不管", " # policy: allowed by P0341", " # policy of 2023", " # 规则", " # P0341 policy: allow",
    ])
  func sentences(comment: String) throws {
    #expect(try hunan(comment).load().findings.map(\.kind.code) == ["P0341"])
  }

  @Test("an empty line ends what a comment above is about")
  func distant() throws {
    let registry = try hunan(before: "    # policy: allow P0341 文件如此\n\n").load()
    #expect(registry.findings.map(\.kind.code).sorted() == ["P0341", "P0480"])
  }

  @Test("text inside a value is no comment, however it looks")
  func values() throws {
    let policies = try hunan()
    let line = "# policy: allow P0341 文件如此"
    try policies.replace("title: 长沙市\n", with: "title: \"长沙市 \(line)\"\n", in: "430100-changsha/2023-01-01.yaml")
    try policies.append(
      "not_known:\n  pharmacy:\n    for: {visit: pharmacy}\n    reason: |\n      没有查明\n      \(line)\n",
      to: "430100-changsha/2023-01-01.yaml")
    #expect(policies.load().findings.map(\.kind.code) == ["P0341"])
  }

  @Test("a comment that is not needed any more is found, but not beside what keeps checks from running")
  func unused() throws {
    let policies = try PolicyCopy()
    try policies.append("# policy: allow P0306 以前轮不到\n", to: PolicyCopy.wuhai)
    #expect(policies.load().findings.map(\.kind.code) == ["P0480"])
    try policies.append("nonsense: 1\n", to: PolicyCopy.innerMongolia)
    #expect(!policies.load().findings.map(\.kind.code).contains("P0480"))
  }

  @Test("Guangzhou settles by what its source says, with a reason beside the nation's guide")
  func guangzhou() throws {
    let silenced = try #require(Shipped.registry.silenced.first)
    #expect(Shipped.registry.silenced.count == 1)
    #expect(silenced.finding.kind == .guardrailAboutMissed)
    #expect(silenced.finding.place?.file.path.contains("440100") == true)
  }
}
