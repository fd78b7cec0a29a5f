import Analysis
import Claims
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

/// Values are gathered only when the rules do not tell them apart.
struct SituationGridTests {
  private static let seed: UInt64 = 20_241_122
  private static let draws = 60
  private static let amounts: [Int64] = [100_000, 1_999_999, 23_456_789, 400_000_000]

  @Test(
    "any facts that settle under a plan come to what the situation that stands for them comes to",
    arguments: FunctionAgreementTests.folders)
  func representatives(_ folder: String) throws {
    let registry = PolicySnapshot.load(
      Repository.path(folder), catalogue: Repository.path("policies/catalogue"), includesDrafts: true)
    var generator = SeededGenerator(seed: Self.seed)
    var compared: [String: Int] = [:]
    for (region, days, rules) in registry.compiled {
      let free = FreeFacts(rules.compiled)
      for plan in rules.compiled.plans {
        let situations = PlanSituations(rules.compiled, plan)
        let name = "\(region.text) \(days.from) \(plan.plan.name)"
        compared[name] = 0
        for _ in 0..<Self.draws {
          let (facts, ordinal) = free.next(for: plan, using: &generator)
          guard free.isPossible(facts), !isBetweenMultiples(facts, ordinal, plan) else { continue }
          let text = "seed \(Self.seed), \(name) \(facts.values) stay \(ordinal)"
          let found = situations.combination(of: facts, ordinal: ordinal, in: rules.compiled)
            .flatMap { situations.byCombination[$0] }
          guard let own = try? Situation(rules.compiled, facts, ordinal: ordinal), own.plan === plan
          else {
            #expect(found == nil, "\(text) does not settle, but stands among those that do")
            continue
          }
          let number = try #require(found, "\(text) settles, and nothing stands for it")
          let situation = situations.distinct[number]
          compared[name, default: 0] += 1
          for amount in Self.amounts {
            let own = try paid(facts, ordinal, amount, rules.compiled)
            let other = try paid(situation.facts, situation.ordinal, amount, rules.compiled)
            #expect(own == other, "\(text) at \(amount), for which \(situation.facts.values) stands")
          }
        }
      }
    }
    let never = compared.filter { $0.value == 0 }.keys.sorted()
    print("\(folder): \(compared.values.reduce(0, +)) facts of \(compared.count) plans; never settled: \(never)")
    #expect(never.count * 10 <= compared.count, "too few facts settle: \(never)")
  }

  /// What each layer pays of an in-scope amount in an empty year but for the stays before.
  private func paid(_ facts: Facts, _ ordinal: Int, _ amount: Int64, _ policy: CompiledPolicy) throws -> [Int64] {
    var facts = facts
    facts.total = Fen(amount)
    facts.inScope = Fen(amount)
    var accounts = policy.accounts.map { $0.measure.isCount ? Int64(ordinal - 1) : 0 }
    var recorder = BasisRecorder(policy)
    let outcome = try policy.settle(facts, accounts: &accounts, recorder: &recorder)
    return outcome.paid.indices.map { outcome.paid[$0].count }
  }

  /// Where each further number counts, only some numbers are gone through.
  private func isBetweenMultiples(_ facts: Facts, _ ordinal: Int, _ plan: CompiledPlan) -> Bool {
    for layer in plan.layers {
      for adjustment in layer.ratio.adjustments {
        guard case .plus(_, let each?) = adjustment.change else { continue }
        let beyond = Int(facts.values[each.slot]) - each.beyond
        if beyond > 0, ![1, 2, 3, 10].contains(beyond) { return true }
      }
      for adjustment in layer.deductible?.adjustments ?? [] {
        if case .times = adjustment.change { continue }
        if ![1, 2, 3, 10].contains(ordinal) { return true }
      }
    }
    return false
  }

  @Test("a combination is found again by its coordinates, and each situation stands for some combination")
  func combinations() throws {
    let registry = PolicySnapshot.load(Repository.path("policies"))
    for (region, _, rules) in registry.compiled {
      for plan in rules.compiled.plans {
        let situations = PlanSituations(rules.compiled, plan)
        let count = situations.grid.count
        #expect(situations.byCombination.count == count, "\(region.text) \(plan.plan.name)")
        let used = Set(situations.byCombination.compactMap { $0 })
        #expect(used == Set(situations.distinct.indices), "\(region.text) \(plan.plan.name)")
        let wrong = stride(from: 0, to: count, by: max(1, count / 500)).filter {
          situations.grid.combination(at: situations.grid.coordinates(of: $0)) != $0
        }
        #expect(wrong == [], "\(region.text) \(plan.plan.name)")
      }
    }
  }

  @Test("visits that treatment elsewhere changes and visits that it does not are never gathered")
  func reachedVisits() throws {
    let rules = try RuleFolder(
      """
      non_local:
        reaches: {visits: [inpatient], layers: [pool]}
        by: standing
        cases:
          local/exempt: as_at_home
          long_term/referral/emergency/temporary/unfiled: {lower_by: 30 points}
        source: 测试 异地
      plans:
        employee:
          title: 职工
          for: {insurance: employee, visit: outpatient/inpatient}
          source: 测试 职工
          layers:
            - {id: pool, fund: pooled, pays_from: in_scope, ratio: 80%}
      """)
    let policy = try rules.policy()
    let situations = PlanSituations(policy, policy.plans[0])
    var paid: Set<Int64> = []
    for situation in situations.distinct {
      paid.insert(try PlanFunction.payments(situation, inScope: Fen(10_000))[0].count)
    }
    #expect(paid == [8_000, 5_000])
    let axis = try #require(situations.grid.axes.first { $0.dimension == .visit })
    #expect(axis.choices.map(\.members) == [["inpatient"], ["outpatient"]])
  }

  @Test("what is refused does not stand for what is not")
  func refused() throws {
    let rules = try RuleFolder(
      """
      not_offered:
        direct: {for: {channel: direct}, reason: 只能手工报销}
      plans:
        employee:
          title: 职工
          for: {insurance: employee, visit: inpatient}
          source: 测试 职工
          layers:
            - {id: pool, fund: pooled, pays_from: in_scope, ratio: 80%}
      """)
    let policy = try rules.policy()
    let situations = PlanSituations(policy, policy.plans[0])
    #expect(!situations.distinct.isEmpty)
    let manual = policy.space.index(of: "manual", in: .channel)
    #expect(situations.distinct.allSatisfy { $0.facts[.channel] == manual })
  }

  @Test("stays whose deductible is made of the one before are told apart")
  func eachTime() throws {
    let rules = try RuleFolder(
      """
      plans:
        employee:
          title: 职工
          for: {insurance: employee, visit: inpatient}
          occurrence_account: stays
          source: 测试 职工
          layers:
            - id: pool
              fund: pooled
              pays_from: in_scope
              deductible: {per: each_settlement, amount: 1000, adjust: [{times_each_time: 50%}]}
              ratio: 80%
      """)
    let policy = try rules.policy()
    let situations = PlanSituations(policy, policy.plans[0])
    #expect(Set(situations.distinct.map(\.ordinal)).isSuperset(of: [1, 2, 3]))
    let second = try #require(situations.distinct.first { $0.ordinal == 2 })
    #expect(try PlanFunction.payments(second, inScope: Fen(100_000)).first == Fen(40_000))
  }
}
