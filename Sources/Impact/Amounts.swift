import Claims
import PolicyModel
import Settlement
import Values

/// What a claim, or many of them, come to on one side, in fen. Sums of any number of claims fit.
package struct Amounts: Hashable, Sendable {
  /// The whole expense.
  package private(set) var expense: Int128 = 0
  /// In the order of ``Fund/allCases``.
  private var funds = [Int128](repeating: 0, count: Fund.allCases.count)
  /// In the order of ``SettlementFormat/personalFields``.
  package private(set) var personal = [Int128](repeating: 0, count: SettlementFormat.personalFields.count)

  package init() {}

  /// A payment of the pooled fund alone.
  init(pooled: Int128) { funds[Amounts.index(of: .pooled)] = pooled }

  /// - Parameter isReversal: whether the settlement is taken back, so that the signs turn.
  init(_ settled: SettledClaim, isReversal: Bool) {
    let sign: Int128 = isReversal ? -1 : 1
    for part in settled.parts {
      expense += sign * Int128(part.claim.amounts.total.count)
      for (index, layer) in part.plan.layers.enumerated() {
        funds[Amounts.index(of: layer.layer.fund)] += sign * Int128(part.outcome.paid[index].count)
      }
      let parts = part.outcome.personal
      let values = [parts.outOfScope, parts.nonLocalSelfPay, parts.deductible, parts.overCap, parts.ratioShare]
      for (index, value) in values.enumerated() { personal[index] += sign * Int128(value.count) }
    }
  }

  package subscript(fund: Fund) -> Int128 { funds[Amounts.index(of: fund)] }

  package var fundTotal: Int128 { funds.reduce(0, +) }

  /// What the person pays.
  package var personTotal: Int128 { personal.reduce(0, +) }

  static func += (sum: inout Amounts, other: Amounts) {
    sum.expense += other.expense
    for index in sum.funds.indices { sum.funds[index] += other.funds[index] }
    for index in sum.personal.indices { sum.personal[index] += other.personal[index] }
  }

  private static func index(of fund: Fund) -> Int { Fund.allCases.firstIndex(of: fund) ?? 0 }
}
