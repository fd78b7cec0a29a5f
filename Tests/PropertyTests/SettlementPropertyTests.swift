import Claims
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

@Suite("what is always true of a settlement (docs/semantics.md 3.7)")
struct SettlementPropertyTests {
  static let sets = [
    "policies", "examples/normative/policies", "examples/published/policies", "examples/rules/policies",
  ]

  /// Runs a property over random claims of every compiled set of rules; returns how many settled for each plan.
  private func forEachClaim(
    of folder: String, claims: Int = Sample.claims / 5,
    _ check: (CompiledPolicy, Facts, [Int64], [Int64], Outcome) -> String?
  ) throws -> [String: Int] {
    let registry = PolicySnapshot.load(
      Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    let all = registry.compiled.filter { !$0.rules.compiled.plans.isEmpty }
    try #require(!all.isEmpty)
    var generator = SeededGenerator(seed: Sample.seed)
    let perRules = claims / all.count + 1
    var settled: [String: Int] = [:]
    for (region, days, rules) in all {
      let source = RandomClaims(rules.compiled)
      // Many combinations have no benefit; what counts is how many claims settle.
      var left = perRules
      for _ in 0..<perRules * 8 where left > 0 {
        let facts = source.facts(using: &generator)
        let before = source.accounts(using: &generator)
        var after = before
        var recorder = BasisRecorder(rules.compiled)
        do throws(EvaluationFailure) {
          let outcome = try rules.compiled.settle(facts, accounts: &after, recorder: &recorder)
          let plan = rules.compiled.plans[outcome.plan].plan.name
          settled["\(region) \(plan)", default: 0] += 1
          left -= 1
          if let problem = check(rules.compiled, facts, before, after, outcome) {
            Issue.record(
              "seed \(Sample.seed), \(region) \(days) \(plan): \(problem); \(facts.total) \(facts.inScope), accounts \(before)"
            )
            return settled
          }
        } catch {
          if case .overflow = error {
            Issue.record("overflow, seed \(Sample.seed), \(region): \(facts.total) \(before)")
          }
        }
      }
    }
    // A version may hold back a plan that a later one opens.
    for name in Set(all.flatMap { item in item.rules.compiled.plans.map { "\(item.region) \($0.plan.name)" } })
    where settled[name] == nil {
      Issue.record("no random claim reached plan \(name)")
    }
    return settled
  }

  @Test(arguments: sets)
  func fundAndPersonMakeTheTotalAndNoPartIsNegative(folder: String) throws {
    let settled = try forEachClaim(of: folder, claims: Sample.claims) { policy, facts, before, after, outcome in
      let personal = outcome.personal
      if outcome.fundTotal.count + personal.total.count != facts.total.count { return "fund + person ≠ total" }
      let parts = [
        personal.outOfScope, personal.nonLocalSelfPay, personal.deductible, personal.overCap, personal.ratioShare,
      ]
      if parts.contains(where: { $0.count < 0 }) { return "a negative part \(parts)" }
      for index in outcome.paid.indices where outcome.paid[index].count < 0 { return "a negative payment" }
      for (index, account) in policy.accounts.enumerated() where before[index] > after[index] {
        // What a new unit begins with is nothing.
        if account.period != .settlement || facts.continuesUnit { return "\(account.name) shrank" }
      }
      return nil
    }
    print("seed \(Sample.seed), \(folder): \(settled.values.reduce(0, +)) claims settled over \(settled.count) plans")
  }

  @Test(arguments: sets)
  func noLayerPaysBeyondTheRoomOfACapOnPaid(folder: String) throws {
    _ = try forEachClaim(of: folder) { policy, _, before, _, outcome in
      let plan = policy.plans[outcome.plan]
      for (index, layer) in plan.layers.enumerated() {
        for cap in layer.layer.caps where cap.measure == .paid {
          guard cap.separation == nil, cap.several == nil, let largest = largestAmount(of: cap) else { continue }
          let used = cap.period == .settlement ? 0 : policy.account(named: cap.id).map { before[$0] } ?? 0
          if outcome.paid[index].count > max(0, largest - used) {
            return "layer \(layer.layer.id) pays \(outcome.paid[index]), beyond \(cap.id): \(largest) − \(used)"
          }
        }
      }
      return nil
    }
  }

  /// The largest amount of a cap's table; nil when it is lifted for somebody.
  private func largestAmount(of cap: Cap) -> Int64? {
    let amounts = cap.amount.rows.map { row -> Int64? in
      if case .amount(let figure) = row.leaf { figure.value.count } else { nil }
    }
    return amounts.contains(nil) ? nil : amounts.compactMap { $0 }.max()
  }

  @Test(arguments: ["policies"])
  func moreExpenseNeverPaysLess(folder: String) throws {
    var generator = SeededGenerator(seed: Sample.seed &+ 1)
    _ = try forEachClaim(of: folder) { policy, facts, before, _, outcome in
      let more = Int64.random(in: 1...1_000_000, using: &generator)
      var larger = facts
      larger.total = Fen(facts.total.count + more)
      larger.inScope = Fen(facts.inScope.count + more)
      var accounts = before
      var recorder = BasisRecorder(policy)
      guard let second = try? policy.settle(larger, accounts: &accounts, recorder: &recorder) else {
        return "no result"
      }
      // Each layer rounds for itself, so the sum may waver by a fen a layer.
      let slack = Int64(policy.plans[outcome.plan].layers.count)
      return second.fundTotal.count + slack < outcome.fundTotal.count
        ? "paid falls from \(outcome.fundTotal) to \(second.fundTotal) with \(Fen(more)) more" : nil
    }
  }

  @Test func explainingChangesNothing() throws {
    _ = try forEachClaim(of: "policies") { policy, facts, before, after, outcome in
      var accounts = before
      var recorder = StepRecorder(policy)
      guard let explained = try? policy.settle(facts, accounts: &accounts, recorder: &recorder) else {
        return "no result"
      }
      for index in outcome.paid.indices where outcome.paid[index] != explained.paid[index] { return "another payment" }
      return accounts == after && explained.personal == outcome.personal ? nil : "another result"
    }
  }
}
