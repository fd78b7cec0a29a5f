import Analysis
import Settlement
import Sides
import Testing
import Values

@Suite("where the change is largest")
struct PaidChangeTests {
  private func benefits(_ one: String, _ other: String) throws -> [WitnessedDifference] {
    guard case .differs(let benefits, _, _)? = try RuleTexts(one, other).content() else { return [] }
    return benefits
  }

  private static let cap =
    "caps:\n  visit: {title: 限额, measures: paid, per: each_settlement, amount: 100000, source: 测试 限额}\n"

  @Test("a ratio without a cap makes a change that grows without end")
  func unbounded() throws {
    let paid = try #require(
      try benefits(RuleTexts.plan(ratio: "80%"), RuleTexts.plan(ratio: "70%")).first?.difference.paid)
    #expect(paid.isUnbounded)
    #expect(paid.intervals.map(\.to) == [nil])
  }

  @Test("with a cap it does not: the change is largest where the higher ratio comes to the cap")
  func bounded() throws {
    let plans = ["80%", "50%"].map { RuleTexts.plan(ratio: $0, layer: "caps: [visit]", more: Self.cap) }
    let benefit = try #require(try benefits(plans[0], plans[1]).first)
    let paid = try #require(benefit.difference.paid)
    #expect(!paid.isUnbounded)
    // 100000 at 80 %, and until both pay that much.
    #expect(benefit.expense == Fen(12_500_000))
    #expect(benefit.paid.before == Fen(10_000_000) && benefit.paid.after == Fen(6_250_000))
    #expect(paid.intervals.map(\.to) == [Exact(20_000_000)])
  }

  /// The pool never comes to its cap, so that nothing ever lies above it.
  private static func neverOver(_ ratio: String) -> String {
    RuleTexts.plan(
      ratio:
        "{counted: expense_above_deductible, restarts: each_settlement, columns: [to 10000, above], value: [80%, 0%]}",
      layer: "caps: [visit]\n      - {id: more, fund: large_amount, pays_from: pool.over_cap, ratio: \(ratio)}",
      more: Self.cap)
  }

  @Test("what only a claim beyond all amounts would be paid is no change")
  func never() throws {
    let benefits = try benefits(Self.neverOver("60%"), Self.neverOver("70%"))
    #expect(benefits.allSatisfy { $0.difference.paid == nil })
  }

  @Test("a change is confirmed by claims of its situations, not by others")
  func confirmed() throws {
    let difference = try #require(
      try benefits(RuleTexts.plan(ratio: "80%"), RuleTexts.plan(ratio: "70%")).first?.difference)
    let paid = try #require(difference.paid)
    let before = try #require(difference.example.before)
    let after = try #require(difference.example.after)
    #expect(try paid.isConfirmed(before, after))
    #expect(try !paid.isConfirmed(before, before))
  }

  @Test("hundreds of situations that all change in another way are told apart")
  func many() throws {
    let values = (0..<6).map { "v\($0): 值\($0)" }.joined(separator: ", ")
    let attributes = (0..<3).map { "  a\($0): {title: 甲\($0), kind: choice, values: {\(values)}}\n" }.joined()
    func ratio(_ lowest: Int) -> String {
      var next = lowest
      func cases(_ depth: Int) -> String {
        let branches = (0..<6).map { number -> String in
          if depth < 2 { return "v\(number): \(cases(depth + 1))" }
          next += 1
          return "v\(number): \(next / 10).\(next % 10)%"
        }
        return "{\(branches.joined(separator: ", "))}"
      }
      return "{by: [a0, a1, a2], cases: \(cases(0))}"
    }
    let plans = [100, 200].map { RuleTexts.plan(ratio: ratio($0), more: "attributes:\n\(attributes)") }
    let benefits = try benefits(plans[0], plans[1])
    #expect(benefits.count == 216)
    #expect(benefits.allSatisfy { $0.difference.groups.count == 1 })
  }
}
