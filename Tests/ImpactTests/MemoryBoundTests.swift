import Impact
import TestSupport
import Testing

@Suite("what does not fit into memory")
struct MemoryBoundTests {
  private var small: ImpactLimits {
    var limits = ImpactLimits()
    limits.persons = 500
    limits.changes = 5
    limits.lines = 3000
    return limits
  }

  @Test("gives the same report, with any number of threads", arguments: [false, true])
  func spilled(carriesAccounts: Bool) throws {
    let before = try Rules(employee: "80%", deductible: "50000")
    let after = try Rules(employee: "85%", resident: "55%", deductible: "60000")
    var stays = RandomStays(seed: 7)
    let lines =
      stays.lines(600, persons: 200, accounts: carriesAccounts ? "" : #""accounts": {}, "#) + ["", "{", "null"]
    func report(_ threads: Int, _ limits: ImpactLimits) throws -> String {
      let report = try impact(
        of: lines, before.registry, after.registry, carriesAccounts: carriesAccounts, top: 50, threads: threads,
        limits: limits)
      return ImpactJSON(report).object(before: "A", after: "B")
    }
    let whole = try report(1, ImpactLimits())
    for threads in [1, 2, 5] {
      #expect(try report(threads, small) == whole)
      #expect(try report(threads, ImpactLimits()) == whole)
    }
  }
}
