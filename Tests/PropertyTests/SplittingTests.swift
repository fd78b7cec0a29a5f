import Claims
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

@Suite("rules that run on over the year")
struct SplittingTests {
  /// Plans in which everything that depends on earlier claims is cumulative over the year.
  @Test(arguments: ["employee_outpatient", "resident_outpatient"])
  func splittingAYearsExpenseGivesTheSameTotalsUpToAFenAClaim(planName: String) throws {
    let registry = PolicyRegistry.load(Repository.path("policies"))
    var generator = SeededGenerator(seed: Sample.seed &+ 2)
    let rules = try #require(registry.compiled.first { $0.region.text == "110000" }).rules.compiled
    let source = RandomClaims(rules)
    var tried = 0
    for _ in 0..<Sample.claims {
      let facts = source.facts(using: &generator)
      guard let index = try? rules.selectPlan(for: facts), rules.plans[index].plan.name == planName else { continue }
      guard let whole = total(of: [facts], rules) else { continue }
      let pieces = split(facts, using: &generator)
      let parts = try #require(total(of: pieces, rules))
      let slack = Int64(pieces.count * rules.plans[index].layers.count)
      #expect(
        abs(whole - parts) <= slack,
        "seed \(Sample.seed): \(facts.inScope) in \(pieces.map(\.inScope)): \(Fen(whole)) or \(Fen(parts))")
      tried += 1
    }
    #expect(tried > 50)
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
