import Decisions
import Findings
import Foundation
import RegionPolicy
import TestSupport
import Testing
import Values

@Suite("making decisions again")
struct ReplayTests {
  /// `POLICY_REPLAY_DECISIONS=100000` for the size that is promised.
  private static let size = ProcessInfo.processInfo.environment["POLICY_REPLAY_DECISIONS"].flatMap { Int($0) } ?? 400

  @Test("the same rules give every digest again; one changed ratio changes exactly its claims, by exactly its amounts")
  func changedRatio() throws {
    let folder = TemporaryFolder()
    let before = try DecisionRules(employee: "80%")
    let after = try DecisionRules(employee: "85%")
    var settings = DecisionLog.Settings(path: folder.path("log"))
    settings.bytesOfPart = max(50_000, ReplayTests.size * 200)
    let log = try DecisionLog(settings)
    var stays = Stays(seed: 7)
    var changed: Set<String> = []
    var total: Int128 = 0
    for number in 1...ReplayTests.size {
      let stay = stays.next(number)
      try log.append(try record(of: stay.claim, before.policies, number: number))
      // Each side rounds half up to the fen.
      let change = (stay.inScope * 85 + 50) / 100 - (stay.inScope * 80 + 50) / 100
      if stay.isEmployee, change != 0 {
        changed.insert("d-\(number)")
        total += change
      }
    }
    let parts = try LogFileNames(settings.path).parts().found
    #expect(parts.count > 1)
    let all = try parts.flatMap { try lines(of: $0) }

    let same = replay(all, before.policies, revision: "sha256:a", isChained: true)
    #expect(same.reproduced == ReplayTests.size && same.decisions == ReplayTests.size && same.isClean)
    #expect(same.before == same.after)
    #expect(same.unseenBefore == nil && same.lastDigest == all.last.map { digest(of: $0) })

    let other = replay(all, after.policies, isChained: true)
    #expect(Set(other.differences.map(\.id)) == changed)
    #expect(other.changedAmounts == changed.count && other.differing == changed.count)
    #expect(other.sameFigures == ReplayTests.size - changed.count && other.reproduced == 0)
    #expect(other.after.fund - other.before.fund == total)
    #expect(other.after.person - other.before.person == -total)
    #expect(other.differences.reduce(0) { $0 + ($1.fundChange ?? 0) } == total)
    #expect(other.contradictions == 0 && !other.isClean)
  }

  @Test("rules that read otherwise and say the same differ in nothing")
  func sameFigures() throws {
    let before = try DecisionRules(employee: "80%")
    let after = try DecisionRules(employee: "80%", comment: "# 说明\n")
    var stays = Stays(seed: 8)
    let lines = try (1...20).map { try record(of: stays.next($0).claim, before.policies, number: $0).line }
    let report = replay(lines, after.policies)
    #expect(report.sameFigures == 20 && report.isClean)
  }

  @Test("what is no longer settled, and what is settled only now, is counted with its money")
  func settledOnOneSide() throws {
    let both = try DecisionRules(employee: "80%")
    let employees = try DecisionRules(employee: "80%", hasResidents: false)
    var stays = Stays(seed: 9)
    let claims = (1...40).map { stays.next($0) }
    let residents = claims.filter { !$0.isEmployee }
    let lost = replay(
      try claims.enumerated().map { try record(of: $1.claim, both.policies, number: $0).line }, employees.policies)
    #expect(lost.noLongerSettled == residents.count && lost.differing == residents.count)
    #expect(lost.onlyBefore.fund + lost.onlyBefore.person == residents.reduce(0) { $0 + $1.inScope })
    #expect(lost.onlyAfter == Paid())
    #expect(lost.differences.allSatisfy { $0.fundChange == nil && !$0.after.errors.isEmpty })
    let gained = replay(
      try claims.enumerated().map { try record(of: $1.claim, employees.policies, number: $0).line }, both.policies)
    #expect(gained.newlySettled == residents.count && gained.onlyAfter == lost.onlyBefore)
  }

  @Test("refused claims come out refused, and standings are made again")
  func refusedAndStandings() throws {
    let policies = RegionPolicies(folder: Repository.path("policies"))
    let claims = try ["demo", "with-bad-lines"].flatMap {
      try lines(of: Repository.path("examples/claims/\($0).ndjson"))
    }
    let records = try claims.enumerated().flatMap { index, claim in
      let bytes = Array(claim.utf8)
      let standing = DecisionRecord(
        .standing, claim: bytes, answer: policies.standing(of: bytes, english: true).json, .sample(index + 1000))
      return [try record(of: claim, policies, number: index).line, try #require(standing).line]
    }
    let report = replay(records, policies)
    #expect(report.isClean && report.reproduced + report.withoutClaim == records.count)
    #expect(report.reproduced > claims.count)
  }

  @Test("lists the first so many differences and counts all")
  func limit() throws {
    let before = try DecisionRules(employee: "80%")
    let after = try DecisionRules(employee: "50%")
    var stays = Stays(seed: 10)
    let lines = try (1...30).map { try record(of: stays.next($0).claim, before.policies, number: $0).line }
    let all = replay(lines, after.policies)
    let some = replay(lines, after.policies, limits: ReplayLimits(differences: 3))
    #expect(some.differences.map(\.id) == all.differences.prefix(3).map(\.id))
    #expect(some.changedAmounts == all.changedAmounts && some.after == all.after)
    #expect(ReplayJSON(some).object(revision: "x").contains("\"not_shown\": \(all.changedAmounts - 3)"))
  }
}
