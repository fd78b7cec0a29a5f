import Claims
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

@Suite("rules that run on over the year")
struct SplittingTests {
  /// However a year's expense comes in claims, what is paid is the same, wherever everything that depends on earlier
  /// claims is cumulative over the year.
  @Test(arguments: SettlementPropertyTests.sets)
  func splittingAYearsExpenseGivesTheSameTotalsUpToAFenALayerAndClaim(folder: String) throws {
    let registry = PolicySnapshot.load(Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    var generator = SeededGenerator(seed: Sample.seed &+ 2)
    let all = registry.compiled.filter { $0.rules.compiled.plans.contains(where: CumulativePlan.holds) }
    try #require(!all.isEmpty)
    var tried: [String: Int] = [:]
    for (region, days, rules) in all {
      let source = RandomClaims(rules.compiled)
      for _ in 0..<Sample.claims / all.count + 1 {
        var facts = source.facts(using: &generator)
        facts.continuesUnit = false
        guard let index = try? rules.compiled.selectPlan(for: facts), CumulativePlan.holds(rules.compiled.plans[index]),
          CumulativePlan.holds(forStandingOf: facts, rules.compiled), let whole = total(of: [facts], rules.compiled)
        else { continue }
        let pieces = split(facts, using: &generator)
        let parts = try #require(total(of: pieces, rules.compiled))
        let slack = Int64(pieces.count * (rules.compiled.plans[index].layers.count + 1))
        #expect(
          abs(whole - parts) <= slack * rules.compiled.policy.rounding.rounding.unit,
          "seed \(Sample.seed), \(region) \(days): \(facts.inScope) in \(pieces.map(\.inScope)): \(Fen(whole)) or \(Fen(parts))"
        )
        tried["\(region) \(rules.compiled.plans[index].plan.name)", default: 0] += 1
      }
    }
    #expect(!tried.isEmpty)
    print("seed \(Sample.seed), \(folder): \(tried.values.reduce(0, +)) years split over \(tried.count) plans")
  }

  private func total(of claims: [Facts], _ rules: CompiledPolicy) -> Int64? {
    var accounts = [Int64](repeating: 0, count: rules.accounts.count)
    var sum: Int64 = 0
    for facts in claims {
      var recorder = BasisRecorder(rules)
      guard let outcome = try? rules.settle(facts, accounts: &accounts, recorder: &recorder) else { return nil }
      sum += outcome.fundTotal.count
    }
    return sum
  }

  /// The same in-scope amount in two to five claims; out-of-scope parts go with the first.
  private func split(_ facts: Facts, using generator: inout SeededGenerator) -> [Facts] {
    let count = Int.random(in: 2...5, using: &generator)
    let cuts = (1..<count).map { _ in Int64.random(in: 0...facts.inScope.count, using: &generator) }.sorted()
    let ends = cuts + [facts.inScope.count]
    let outside = facts.total.count - facts.inScope.count
    return zip([0] + cuts, ends).enumerated().map { index, pair in
      var piece = facts
      piece.inScope = Fen(pair.1 - pair.0)
      piece.firstSelfPay = index == 0 ? facts.firstSelfPay : .zero
      piece.total = Fen(pair.1 - pair.0 + (index == 0 ? outside : 0))
      return piece
    }
  }
}

/// Which plans know nothing of a single claim: deductibles, columns and caps all run over a period.
enum CumulativePlan {
  static func holds(_ compiled: CompiledPlan) -> Bool {
    compiled.plan.merging == nil && compiled.plan.layers.allSatisfy(holds)
  }

  private static func holds(_ layer: Layer) -> Bool {
    if layer.ratio.table.dimensions.contains(.occurrence) || layer.ratio.mode == .slab { return false }
    if layer.ratio.adjustments.contains(where: { adjustment in
      if case .plus(let points, _) = adjustment.change { points.dimensions.contains(.occurrence) } else { false }
    }) {
      return false
    }
    guard layer.caps.allSatisfy({ isLong($0.period) && !$0.amount.dimensions.contains(.occurrence) }) else {
      return false
    }
    if layer.cumulative != nil { return layer.deductible.map { !goesByClaim($0) } ?? true }
    guard layer.ratio.columnEnds.count == 1 || isLong(layer.ratio.period) else { return false }
    return layer.deductible.map { isLong($0.period) && !goesByClaim($0) } ?? true
  }

  private static func isLong(_ period: Period) -> Bool { period != .settlement }

  /// Whether D depends on the claim itself or on how many there were.
  private static func goesByClaim(_ rule: Deductible) -> Bool {
    let isShare = rule.amount.rows.contains { if case .share = $0.leaf { true } else { false } }
    return isShare || rule.againEvery != nil || rule.amount.dimensions.contains(.occurrence)
      || rule.ceiling?.amount.dimensions.contains(.occurrence) ?? false
      || rule.adjustments.contains { adjustment in
        switch adjustment.change {
        case .times(let table): table.dimensions.contains(.occurrence)
        case .minusEachTime, .timesEachTime: true
        }
      }
  }

  /// A standing with an own deductible or a guaranteed minimum looks at each claim.
  static func holds(forStandingOf facts: Facts, _ rules: CompiledPolicy) -> Bool {
    guard let nonLocal = rules.policy.nonLocal else { return true }
    return nonLocal.table.rows.allSatisfy { row in
      if case .change(let change) = row.leaf { change.minimum == nil && change.deductible == nil } else { true }
    }
  }
}
