import Findings
import TestSupport
import Testing
import Values

@testable import Analysis

@Suite("nothing is said of amounts beyond the largest claim")
struct LargestClaimTests {
  /// The amount itself up to a point, and nothing more above it.
  private func bending(at point: Exact) throws -> PiecewiseLinear {
    try PiecewiseLinear.identity.lesser(of: .constant(point))
  }

  @Test("pieces that begin at or beyond it are left out, those before stay")
  func cut() throws {
    let largest = Exact(Fen.largest)
    for point in [largest, try largest.adding(.one), PiecewiseLinear.never] {
      #expect(try bending(at: point).upToLargestClaim() == .identity)
    }
    let below = try bending(at: largest.subtracting(.one))
    #expect(try below.upToLargestClaim() == below)
    #expect(try PiecewiseLinear.constant(.one).upToLargestClaim() == .constant(.one))
  }

  @Test("faults beyond it are none, and at its edge they end with it")
  func faults() throws {
    let steep = { (point: Exact) in
      try PiecewiseLinear(
        atZero: .zero,
        [.init(from: .zero, value: .zero, slope: .zero), .init(from: point, value: .zero, slope: Exact(2))])
    }
    for count in [Int64.max, Int64.max - 1, Int64.max / 4, Fen.largest.count] {
      #expect(try FunctionFault.all(of: steep(Exact(count))).isEmpty, "\(count)")
    }
    let edge = try FunctionFault.all(of: steep(Exact(Fen.largest.count - 1)))
    #expect(edge.map(\.from.count) == [Fen.largest.count - 1] && edge.map(\.to) == [.largest])
    let jump = try PiecewiseLinear(
      atZero: .zero,
      [
        .init(from: .zero, value: .zero, slope: .zero),
        .init(from: Exact(Int64.max), value: .one, slope: .zero),
      ])
    #expect(try FunctionFault.all(of: jump).isEmpty)
  }

  @Test("rules whose figures lead far beyond it are checked to the end")
  func farFigures() throws {
    let rules = try RuleFolder(
      """
      non_local:
        reaches: {visits: [inpatient], layers: [pool]}
        first_self_pay_taken: before_deductible
        by: standing
        cases:
          local/exempt/long_term: as_at_home
          referral/emergency/temporary/unfiled: {first_self_pay: 0.0001%}
        source: 测试 异地
      caps:
        shared: {title: 共用, measures: expense, per: year, amount: 184467348503.37, source: 测试 限额}
        small: {title: 小, measures: paid, per: year, amount: 100, source: 测试 限额}
      plans:
        employee:
          title: 职工
          for: {insurance: employee, visit: inpatient}
          source: 测试 职工
          layers:
            - {id: pool, fund: pooled, pays_from: in_scope, ratio: 50%, caps: [small]}
            - {id: one, fund: large_amount, pays_from: [non_local_self_pay], ratio: 0.0001%, caps: [shared]}
            - {id: two, fund: other, pays_from: [non_local_self_pay], ratio: 100%, caps: [shared]}
      """)
    let codes = Set(rules.findings().filter { $0.kind.severity == .error }.map(\.kind.code))
    #expect(codes == [], "\(rules.findings().map { $0.message(in: .english) })")
  }
}
