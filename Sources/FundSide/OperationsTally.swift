import PolicyModel
import Values

/// Sums over settlements of a group, what was refunded or deducted taken off.
package struct OperationsTally: Sendable {
  /// Person-times settled directly, and all of them.
  package private(set) var direct: Int64 = 0
  package private(set) var times: Int64 = 0
  private var sums: [Int64]
  /// Person-times that told the amount, by amount.
  private var told: [Int64]
  /// Whether any record told it.
  private var isKnown: [Bool]

  package init() {
    sums = Array(repeating: 0, count: SettlementAmount.allCases.count)
    told = sums
    isKnown = sums.map { _ in false }
  }

  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package mutating func add(_ record: SettlementRecord) throws(ArithmeticOverflow) {
    let isDeduction = if case .deduction = record.kind { true } else { false }
    let sign: Int64 = record.kind == .settlement ? 1 : -1
    // An audit takes money off, the person was treated all the same.
    let count = isDeduction ? 0 : sign
    times += count
    if record.isDirect { direct += count }
    for (index, amount) in SettlementAmount.allCases.enumerated() {
      guard let fen = record.amounts[amount] else { continue }
      let (sum, overflow) = sums[index].addingReportingOverflow(sign * fen.count)
      if overflow { throw ArithmeticOverflow() }
      sums[index] = sum
      told[index] += count
      isKnown[index] = true
    }
  }

  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package mutating func add(_ other: OperationsTally) throws(ArithmeticOverflow) {
    times += other.times
    direct += other.direct
    for index in sums.indices {
      let (sum, overflow) = sums[index].addingReportingOverflow(other.sums[index])
      if overflow { throw ArithmeticOverflow() }
      sums[index] = sum
      told[index] += other.told[index]
      isKnown[index] = isKnown[index] || other.isKnown[index]
    }
  }

  /// Nil when no record told the amount.
  package func sum(_ amount: SettlementAmount) -> Fen? {
    guard let index = SettlementAmount.allCases.firstIndex(of: amount), isKnown[index] else { return nil }
    return Fen(sums[index])
  }

  /// For a person-time that told it, half up to fen; nil when there is none.
  package func mean(_ amount: SettlementAmount) -> Fen? {
    guard let index = SettlementAmount.allCases.firstIndex(of: amount), told[index] > 0,
      let mean = try? Exact(Int128(sums[index]), over: Int128(told[index]))
    else { return nil }
    return try? Rounding(mode: .halfUp, unit: 1)(mean)
  }

  /// Share of person-times settled directly, exact.
  package var directShare: Exact? { times > 0 ? try? Exact(Int128(direct), over: Int128(times)) : nil }
}
