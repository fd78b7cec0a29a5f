import Claims
import PolicyModel
import Registry
import TestSupport
import Testing
import Values

@testable import Settlement

@Suite("settling by flat numbers comes to what settling in general comes to")
struct FlatSettlementTests {
  /// What a way of settling came to, to be compared.
  private struct Result: Equatable {
    var amounts: [Int64] = []
    var accounts: [Int64] = []
    var basis: Basis?
    var failure: EvaluationFailure?

    init(_ outcome: Outcome, _ accounts: [Int64], _ basis: Basis) {
      let personal = outcome.personal
      let parts = [
        personal.outOfScope, personal.nonLocalSelfPay, personal.deductible, personal.overCap, personal.ratioShare,
        outcome.deductibleCharged,
      ]
      amounts = [Int64(outcome.plan)] + outcome.paid.indices.map { outcome.paid[$0].count } + parts.map(\.count)
      amounts += outcome.highestStandards.flatMap { [Int64($0.account), $0.amount] }
      self.accounts = accounts
      self.basis = basis
    }

    init(_ failure: EvaluationFailure, _ accounts: [Int64]) {
      self.failure = failure
      self.accounts = accounts
    }
  }

  private func general(_ policy: CompiledPolicy, _ facts: Facts, _ before: [Int64]) -> Result {
    var accounts = before
    var recorder = BasisRecorder(policy)
    do throws(EvaluationFailure) {
      let outcome = try policy.settle(facts, accounts: &accounts, recorder: &recorder)
      return Result(outcome, accounts, recorder.basis)
    } catch {
      return Result(error, accounts)
    }
  }

  private func quick(_ policy: CompiledPolicy, _ facts: Facts, _ before: [Int64]) -> Result {
    var accounts = before
    do throws(EvaluationFailure) {
      let (outcome, basis) = try policy.settle(facts, accounts: &accounts)
      return Result(outcome, accounts, basis)
    } catch {
      return Result(error, accounts)
    }
  }

  private func rulesWithBenefits(of folder: String) throws -> [(
    region: RegionCode, days: DateInterval, rules: RulesInForce
  )] {
    let registry = PolicySnapshot.load(Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    let all = registry.compiled.filter { !$0.rules.compiled.plans.isEmpty }
    try #require(!all.isEmpty)
    return all
  }

  @Test(arguments: SettlementPropertyTests.sets)
  func bothWaysAgree(folder: String) throws {
    let all = try rulesWithBenefits(of: folder)
    var generator = SeededGenerator(seed: Sample.seed)
    var (settled, flat) = (0, 0)
    var inGeneral: [String: Int] = [:]
    for (region, days, rules) in all {
      let policy = rules.compiled
      let source = RandomClaims(policy)
      for _ in 0..<Sample.claims * 2 / all.count {
        let facts = source.facts(using: &generator)
        let accounts = source.accounts(using: &generator)
        let expected = general(policy, facts, accounts)
        let result = quick(policy, facts, accounts)
        if result != expected {
          Issue.record(
            "seed \(Sample.seed), \(region) \(days): \(facts.total) \(facts.inScope): \(result) ≠ \(expected)")
          return
        }
        guard expected.failure == nil else { continue }
        settled += 1
        var after = accounts
        if policy.settleFlat(facts, plan: Int(expected.amounts[0]), accounts: &after) == nil {
          inGeneral["\(region) \(policy.plans[Int(expected.amounts[0])].plan.name)", default: 0] += 1
        } else {
          flat += 1
        }
      }
    }
    print("seed \(Sample.seed), \(folder): \(settled) claims alike, \(flat) of them by flat numbers")
    for (plan, count) in inGeneral.sorted(by: { $0.value > $1.value }).prefix(12) {
      print("  in general: \(plan) \(count)")
    }
    #expect(flat * 2 > settled)
  }

  @Test(arguments: SettlementPropertyTests.sets)
  func bothWaysTellTheSameSteps(folder: String) throws {
    let all = try rulesWithBenefits(of: folder)
    var generator = SeededGenerator(seed: Sample.seed &+ 2)
    var flat = 0
    for (region, days, rules) in all {
      let policy = rules.compiled
      let source = RandomClaims(policy)
      for _ in 0..<Sample.claims / all.count {
        let facts = source.facts(using: &generator)
        let accounts = source.accounts(using: &generator)
        var (before, after) = (accounts, accounts)
        var recorder = StepRecorder(policy)
        guard let expected = try? policy.settle(facts, accounts: &before, recorder: &recorder),
          let told = policy.explainFlat(facts, plan: expected.plan, accounts: &after)
        else { continue }
        flat += 1
        let isSame =
          "\(told.steps)" == "\(recorder.steps)" && told.cited == recorder.cited && told.basis == recorder.basis
          && Result(told.outcome, after, told.basis) == Result(expected, before, recorder.basis)
        if !isSame {
          Issue.record(
            "\(region) \(days): \(told.steps) \(told.cited.sorted()) ≠ \(recorder.steps) \(recorder.cited.sorted())")
          return
        }
      }
    }
    print("seed \(Sample.seed), \(folder): \(flat) claims told alike by flat numbers")
    #expect(flat > 0)
  }

  @Test(
    "what a claim would come to is what it comes to, and its accounts stay as they are",
    arguments: SettlementPropertyTests.sets)
  func previewComesToTheSame(folder: String) throws {
    let all = try rulesWithBenefits(of: folder)
    var generator = SeededGenerator(seed: Sample.seed &+ 3)
    var (previewed, onCopies) = (0, 0)
    for (region, days, rules) in all {
      let policy = rules.compiled
      let source = RandomClaims(policy)
      for _ in 0..<Sample.claims / all.count {
        let facts = source.facts(using: &generator)
        let before = source.accounts(using: &generator)
        var after = before
        guard let index = try? policy.selectPlan(for: facts),
          let settled = policy.settleFlat(facts, plan: index, accounts: &after),
          let claims = policy.flatPlan(index)?.claims(like: facts)
        else { continue }
        var (preview, untouched) = (FlatOutcome(), before)
        let isPreviewed = untouched.withUnsafeMutableBufferPointer { values in
          values.baseAddress.map { claims.preview(FlatAmounts(facts), accounts: $0, into: &preview) } ?? false
        }
        previewed += 1
        if claims.changesWhatItReads(before) { onCopies += 1 }
        let expected = Result(Outcome(settled, plan: index), before, settled.basis)
        let result = Result(Outcome(preview, plan: index), untouched, preview.basis)
        if !isPreviewed || result != expected {
          Issue.record("\(region) \(days): \(facts.total) \(facts.inScope): \(result) ≠ \(expected)")
          return
        }
      }
    }
    print(
      "seed \(Sample.seed), \(folder): \(previewed) claims previewed alike, \(onCopies) of them on copies of accounts")
    #expect(previewed > 0)
  }
}

extension ReadyClaims {
  /// Whether a claim with these accounts reads what it has changed before.
  fileprivate func changesWhatItReads(_ accounts: [Int64]) -> Bool {
    var accounts = accounts
    return accounts.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress, let situation = situation(FlatAccounts(start)) else { return false }
      return situation.pointee.readsWhatItChanges
    }
  }
}
