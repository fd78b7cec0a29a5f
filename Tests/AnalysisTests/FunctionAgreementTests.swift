import Analysis
import Claims
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

/// The function of a plan and the evaluator say the same of every claim.
struct FunctionAgreementTests {
  static let folders = [
    "policies", "examples/published/policies", "examples/normative/policies", "examples/rules/policies",
  ]

  @Test(
    "the function and the evaluator agree to the fen at every breakpoint, a fen beside it and at random points",
    arguments: folders)
  func agree(_ folder: String) throws {
    let registry = PolicySnapshot.load(
      Repository.path(folder), catalogue: Repository.path("policies/catalogue"), includesDrafts: true)
    let seed = UInt64(20_241_122)
    var random = SeededGenerator(seed: seed)
    var situations = 0
    var points = 0
    for (region, _, rules) in registry.compiled {
      for plan in rules.compiled.plans {
        let all = PlanSituations(rules.compiled, plan)
        #expect(!all.grid.isTooLarge, "\(region) \(plan.plan.name)")
        for situation in all.distinct {
          situations += 1
          let where_ = "seed \(seed), \(region.text) \(plan.plan.name) \(situation.facts.values)"
          let function = try #require(try? PlanFunction(situation), "\(where_)")
          for amount in amounts(of: function, &random) {
            points += 1
            try compare(situation, function, amount, situation.emptyYear, where_)
          }
        }
      }
    }
    print("\(folder): \(situations) situations, \(points) points")
    #expect(situations > 0)
  }

  private func amounts(of function: PlanFunction, _ random: inout SeededGenerator) -> Set<Int64> {
    var amounts: Set<Int64> = [0, 1]
    var last: Int64 = 100_000
    for point in function.total.breakpoints + function.layers.flatMap(\.payment.breakpoints) {
      let floor = Int64(point.numerator / point.denominator)
      if floor > 1_000_000_000_000 { continue }
      amounts.formUnion([floor - 1, floor, floor + 1].filter { $0 >= 0 })
      last = max(last, floor)
    }
    for _ in 0..<5 { amounts.insert(Int64.random(in: 0...(2 * last), using: &random)) }
    return amounts
  }

  private func compare(
    _ situation: Situation, _ function: PlanFunction, _ amount: Int64, _ accounts: [Int64], _ text: String
  ) throws {
    var after = accounts
    var recorder = BasisRecorder(situation.policy)
    let outcome = try situation.policy.settle(
      situation.facts(inScope: Fen(amount)), accounts: &after, recorder: &recorder)
    let payments = try PlanFunction.payments(situation, inScope: Fen(amount), accounts: accounts)
    for index in situation.plan.layers.indices {
      #expect(payments[index] == outcome.paid[index], "\(text) at \(amount), layer \(index)")
    }
    // Each layer rounds once; what it pays changes what later ones pay from.
    let exact = try function.total.value(at: Exact(amount))
    let difference = try exact.subtracting(Exact(outcome.fundTotal))
    let unit = situation.policy.rounding.rounding.unit
    let columns = situation.plan.layers.map { $0.ratio.ends.count }.reduce(0, +)
    let allowed = Int128(Int64(2 * columns + 2) * unit)
    #expect(
      difference.numerator.magnitude <= UInt128(allowed) * difference.denominator.magnitude,
      "\(text) at \(amount): \(exact) and \(outcome.fundTotal)")
  }
}
