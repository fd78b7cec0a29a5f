import Claims
import Registry
import Testing

@Suite("drafts")
struct DraftTests {
  private func policiesWithDraft() throws -> PolicyCopy {
    let policies = try PolicyCopy()
    try policies.append("status: draft\n", to: PolicyCopy.hunan)
    return policies
  }

  @Test("a draft settles nothing, and other regions settle")
  func refused() throws {
    let registry = try policiesWithDraft().load()
    #expect(try registry.outcome("430000", on: "2024-06-01") == "draft")
    #expect(try registry.refusedDemos() == ["demo-08": "S0207", "demo-09": "S0207", "demo-10": "S0207"])
  }

  @Test("a draft settles when drafts are asked for")
  func included() throws {
    let registry = try policiesWithDraft().load(includesDrafts: true)
    #expect(try registry.outcome("430000", on: "2024-06-01") == "430000 2023-09-01")
    #expect(try registry.refusedDemos() == [:])
  }

  @Test("a draft version does not make the version before it a draft")
  func versions() throws {
    let policies = try PolicyCopy()
    try policies.append("status: draft\n", to: "110000-beijing/2024-01-01.yaml")
    let registry = policies.load()
    #expect(try registry.outcome("110000", on: "2023-12-31") == "110000 2023-01-01")
    #expect(try registry.outcome("110000", on: "2024-01-01") == "draft")
  }
}
