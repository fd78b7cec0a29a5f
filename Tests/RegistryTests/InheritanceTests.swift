import Claims
import PolicyModel
import PolicyReading
import Registry
import Settlement
import Testing
import Values

@Suite("rules that change with the rules above them")
struct InheritanceTests {
  private func nationalGuardrail(of region: String, on day: String) throws -> Guardrail? {
    try Shipped.registry.found(region, on: day).compiled.policy.guardrails.first { $0.id == "跨省降幅" }
  }

  @Test("a region has the nation's guardrail of the day", arguments: ["150300", "110000", "650100"])
  func guardrails(region: String) throws {
    let before = try #require(try nationalGuardrail(of: region, on: "2024-09-04"))
    let after = try #require(try nationalGuardrail(of: region, on: "2024-09-05"))
    #expect(before.strictness == .atMost)
    #expect(before.tolerance == nil)
    #expect(after.strictness == .about)
    #expect(after.tolerance == Ratio(millionths: 50_000))
  }

  @Test("guardrails of every ancestor stay beside each other, nearest first")
  func everyAncestor() throws {
    let policy = try Shipped.registry.found("150300", on: "2024-01-01").compiled.policy
    #expect(policy.guardrails.map(\.id) == ["自治区降幅", "跨省降幅"])
    #expect(policy.lineage.map(\.region.text) == ["150300", "150000", "100000"])
  }

  @Test("days are cut where a version begins anywhere above, and nowhere else")
  func slices() throws {
    func days(_ region: String) throws -> [String] {
      Shipped.registry.versions.slices(of: try #require(RegionCode(region))).map { "\($0)" }
    }
    #expect(try days("150300") == ["2023-01-01…2024-09-04", "2024-09-05…"])
    #expect(try days("110000") == ["2023-01-01…2023-12-31", "2024-01-01…2024-09-04", "2024-09-05…"])
    #expect(try days("430000") == ["2023-01-01…2023-08-31", "2023-09-01…2024-09-04"])
    #expect(try days("100000") == ["2022-06-30…2024-09-04", "2024-09-05…"])
  }

  @Test("what a region does not say is what its parent says")
  func inherited() throws {
    let policies = try PolicyCopy()
    try policies.replace("{starts: \"01-01\"", with: "{starts: \"07-01\"", in: PolicyCopy.innerMongolia)
    let registry = policies.load()
    #expect(try registry.found("150300", on: "2024-01-01").compiled.policy.benefitYear.start == "07-01")
    #expect(try registry.found("110000", on: "2024-01-01").compiled.policy.benefitYear.start == "01-01")
  }

  @Test("a version written as changes keeps what it does not change")
  func changes() throws {
    let before = try Shipped.registry.found("110000", on: "2023-12-31").compiled.policy
    let after = try Shipped.registry.found("110000", on: "2024-01-01").compiled.policy
    func cap(_ policy: ResolvedPolicy) -> Fen? {
      let caps = policy.plans.first { $0.name == "resident_outpatient" }?.layers.first?.caps
      guard case .amount(let figure) = caps?.first?.amount.rows.first?.leaf else { return nil }
      return figure.value
    }
    #expect(cap(before) == Fen(450_000))
    #expect(cap(after) == Fen(500_000))
    #expect(before.plans.map(\.name) == after.plans.map(\.name))
  }
}
