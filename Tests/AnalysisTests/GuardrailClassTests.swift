import Findings
import Testing

/// Points for a class of institutions are held against the limit for what the class refines.
struct GuardrailClassTests {
  private static func rules(_ community: String) -> String {
    """
    inherits: "990000"
    classes:
      community:
        of: hospital_level
        is: primary
        title: 社区
        members: {institutions: [H11010100001]}
        source: 测试 注
    non_local:
      reaches: {visits: [inpatient], layers: [pool]}
      by: [hospital_level, standing]
      cases:
        tertiary/secondary/primary/unrated: {local/exempt/long_term: as_at_home, referral/emergency/temporary/unfiled: {lower_by: 5 points}}
        community: {local/exempt/long_term: as_at_home, referral/emergency/temporary/unfiled: {lower_by: \(community)}}
      source: 测试 异地
    \(ExactFindingTests.plan(ExactFindingTests.pool("}")))
    """
  }

  private static func guardrail(_ cases: String, classes: String = "") -> [String: String] {
    [
      "990000/2024-01-01": """
      \(classes)
      guardrails:
        降幅:
          strictness: at_most
          by: hospital_level
          cases: {\(cases)}
          source: 测试 降幅
      """
    ]
  }

  private static let classes = """
    classes:
      community:
        of: hospital_level
        is: primary
        title: 社区
        members: {institutions: [H11010100001]}
        source: 测试 注
    """

  @Test("the limit for the fixed level holds for its class", arguments: [("50 points", 1), ("10 points", 0)])
  func limitOfTheLevel(points: String, count: Int) throws {
    let folder = try RuleFolder(
      Self.rules(points), Self.guardrail("tertiary/secondary/primary/unrated: 10 points"))
    let found = folder.findings().filter { $0.kind.code == "P0341" }
    #expect(found.count == count, "\(found.map { $0.message(in: .english) })")
  }

  @Test(
    "a limit for the class itself goes before that for what it refines",
    arguments: [("20 points", 0), ("21 points", 1)])
  func limitOfTheClass(points: String, count: Int) throws {
    let limits = Self.guardrail(
      "tertiary/secondary/primary/unrated: 10 points, community: 20 points", classes: Self.classes)
    let found = try RuleFolder(Self.rules(points), limits).findings().filter { $0.kind.code == "P0341" }
    #expect(found.count == count, "\(found.map { $0.message(in: .english) })")
  }
}
