import Analysis
import Claims
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

/// The function of a plan and the evaluator say the same of claims of every kind: in the course of a year, after stays of
/// many days, of persons with several diseases, with amounts out of scope.
struct RandomAgreementTests {
  private static let seed: UInt64 = 20_241_123
  private static let draws = 8
  private static let mostAmounts = 16

  private static func registry(_ folder: String) -> PolicySnapshot {
    PolicySnapshot.load(
      Repository.path(folder), catalogue: Repository.path("policies/catalogue"), includesDrafts: true)
  }

  @Test(
    "with any balances, days, diseases and amounts out of scope they agree to the fen",
    arguments: FunctionAgreementTests.folders)
  func anyClaim(_ folder: String) throws {
    var random = SeededGenerator(seed: Self.seed)
    var count = ComparisonCount()
    for (region, days, rules) in Self.registry(folder).compiled {
      let draw = RandomYears(rules.compiled)
      for plan in rules.compiled.plans {
        for number in 0..<Self.draws {
          guard let claim = draw.claim(for: plan, using: &random) else { continue }
          let note =
            "seed \(Self.seed), \(region.text) \(days.from) \(plan.plan.name) draw \(number) \(claim.facts.values)"
          try compare(claim, draw, &random, &count, note)
        }
      }
    }
    print("\(folder): \(count)")
    #expect(count.points > 100)
  }

  private func compare(
    _ claim: RandomYears.Drawn, _ draw: RandomYears, _ random: inout SeededGenerator, _ count: inout ComparisonCount,
    _ note: String
  ) throws {
    let situation = claim.situation
    let function: PlanAlgebra<PiecewiseLinear>
    do {
      var algebra = PlanAlgebra(
        situation,
        ClaimQuantities<PiecewiseLinear>(
          total: try .identity.adding(.constant(Exact(claim.outOfScope))),
          firstSelfPay: .constant(Exact(claim.firstSelfPay)), inScope: .identity),
        accounts: claim.accounts.map { .constant(Exact($0)) })
      try algebra.run()
      function = algebra
    } catch AnalysisFailure.slabOfVaryingDeductible {
      count.refused += 1
      return
    }
    let total = try function.total()
    let points = amounts([total] + function.layers.map(\.payment), draw, &random)
    for amount in points {
      count.points += 1
      let text =
        "\(note) days \(situation.facts.days) diseases \(situation.facts.diseases) accounts \(claim.accounts) at \(amount)"
      let (outcome, after) = try settle(claim, amount)
      var exact = PlanAlgebra(
        situation,
        ClaimQuantities(
          total: Exact(amount + claim.outOfScope), firstSelfPay: Exact(claim.firstSelfPay), inScope: Exact(amount)),
        accounts: claim.accounts.map { Exact($0) })
      try exact.run()
      var paid = [Int64](repeating: 0, count: situation.plan.layers.count)
      for layer in exact.layers { paid[layer.layer] = Int64(layer.payment.numerator) }
      #expect(paid == situation.plan.layers.indices.map { outcome.paid[$0].count }, "\(text)")
      #expect(exact.accounts == after.map { Exact($0) }, "\(text)")
      try near(total, amount, outcome.fundTotal, situation, rounds: 1, text)
    }
  }

  private func settle(_ claim: RandomYears.Drawn, _ amount: Int64) throws -> (Outcome, [Int64]) {
    let situation = claim.situation
    var facts = situation.facts(inScope: Fen(amount))
    facts.total = Fen(amount + claim.outOfScope)
    facts.firstSelfPay = Fen(claim.firstSelfPay)
    var after = claim.accounts
    var recorder = BasisRecorder(situation.policy)
    return (try situation.policy.settle(facts, accounts: &after, recorder: &recorder), after)
  }

  /// Each layer rounds, and what is rounded of one claim moves thresholds of the next by as much.
  private func near(
    _ function: PiecewiseLinear, _ amount: Int64, _ paid: Fen, _ situation: Situation, rounds: Int, _ text: String
  ) throws {
    let unit = situation.policy.rounding.rounding.unit
    let columns = situation.plan.layers.map { $0.ratio.ends.count }.reduce(0, +)
    let allowed = Exact(Int64(rounds * (2 * columns + 2)) * unit)
    var values = [try function.value(at: Exact(amount))]
    if rounds > 1 {
      for beside in [amount - 2 * unit, amount + 2 * unit] where beside >= 0 {
        values.append(try function.value(at: Exact(beside)))
      }
    }
    let lowest = try values.reduce(values[0]) { try $0.lesser(of: $1) }.subtracting(allowed)
    let highest = try values.reduce(values[0]) { try $0.greater(of: $1) }.adding(allowed)
    let found = Exact(paid)
    #expect(try !found.isLess(than: lowest) && !highest.isLess(than: found), "\(text): \(values[0]) and \(paid)")
  }

  /// At breakpoints, beside them, at figures of the rules and at random.
  private func amounts(_ functions: [PiecewiseLinear], _ draw: RandomYears, _ random: inout SeededGenerator) -> [Int64]
  {
    var amounts: Set<Int64> = []
    for point in functions.flatMap(\.breakpoints) {
      guard let whole = point.wholeFenBelow?.count, whole < 1_000_000_000_000 else { continue }
      amounts.formUnion([max(0, whole - 1), whole, whole + 1])
    }
    var result: [Int64] = [0]
    result += amounts.sorted().shuffled(using: &random).prefix(Self.mostAmounts - 4)
    for _ in 0..<3 { result.append(draw.amount(using: &random)) }
    return result
  }

  @Test(
    "a claim that follows another comes to what its function of the earlier one says",
    arguments: FunctionAgreementTests.folders)
  func followingClaim(_ folder: String) throws {
    var random = SeededGenerator(seed: Self.seed &+ 1)
    var count = ComparisonCount()
    for (region, days, rules) in Self.registry(folder).compiled {
      let draw = RandomYears(rules.compiled)
      for plan in rules.compiled.plans {
        for number in 0..<Self.draws / 2 {
          guard let drawn = draw.claim(for: plan, using: &random), !drawn.situation.facts.continuesUnit else {
            continue
          }
          let claim = RandomYears.Drawn(
            situation: drawn.situation, accounts: drawn.situation.emptyYear, outOfScope: 0, firstSelfPay: 0)
          let note =
            "seed \(Self.seed &+ 1), \(region.text) \(days.from) \(plan.plan.name) draw \(number) \(claim.facts.values)"
          try follow(claim, draw, &random, &count, note)
        }
      }
    }
    print("\(folder), following claims: \(count)")
    #expect(count.points > 100)
  }

  private func follow(
    _ claim: RandomYears.Drawn, _ draw: RandomYears, _ random: inout SeededGenerator, _ count: inout ComparisonCount,
    _ note: String
  ) throws {
    let situation = claim.situation
    var earlier = PlanAlgebra(
      situation, ClaimQuantities(total: PiecewiseLinear.identity, firstSelfPay: .constant(.zero), inScope: .identity),
      accounts: situation.emptyYear.map { .constant(Exact($0)) })
    try earlier.run()
    for expense in [draw.amount(using: &random), draw.amount(using: &random)] {
      // What it pays, by the expense of the claim before it.
      let amount = PiecewiseLinear.constant(Exact(expense))
      var later = PlanAlgebra(
        situation, ClaimQuantities(total: amount, firstSelfPay: .constant(.zero), inScope: amount),
        accounts: earlier.accounts)
      do throws(AnalysisFailure) {
        try later.run()
      } catch {
        guard case .slabOfVaryingDeductible = error else { throw error }
        count.refused += 1
        continue
      }
      let (laterTotal, earlierTotal) = (try later.total(), try earlier.total())
      for amount in amounts([laterTotal, earlierTotal], draw, &random) {
        count.points += 1
        let (_, after) = try settle(claim, amount)
        let next = RandomYears.Drawn(situation: claim.situation, accounts: after, outOfScope: 0, firstSelfPay: 0)
        let (outcome, _) = try settle(next, expense)
        try near(
          laterTotal, amount, outcome.fundTotal, claim.situation, rounds: 3, "\(note), \(expense) after \(amount)")
      }
    }
  }
}

/// How much was compared, and what cannot be said as a function of the expense.
private struct ComparisonCount: CustomStringConvertible {
  var points = 0
  var refused = 0

  var description: String { "\(points) points, \(refused) without a function" }
}
