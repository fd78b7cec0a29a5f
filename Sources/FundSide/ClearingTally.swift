import PolicyModel
import Values

/// What one month's clearing comes to, between every two provinces.
package struct ClearingTally: Sendable {
  /// Who owes whom: the province of insurance, and that of treatment.
  package struct Pair: Hashable, Sendable {
    package let home: RegionCode
    package let treatment: RegionCode

    package init(home: RegionCode, treatment: RegionCode) {
      self.home = home
      self.treatment = treatment
    }
  }

  /// A line of the detailed tables.
  package struct Detail: Hashable, Sendable {
    package let insurance: SettlementRecord.Insurance
    /// A value of `visit`.
    package let visit: String
  }

  /// Counts and amounts, none of them negative.
  package struct Sums: Sendable {
    package var times: Int64 = 0
    package var total = Fen.zero
    package var settled = Fen.zero
    package var refunds: Int64 = 0
    package var refunded = Fen.zero
    package var deductions: Int64 = 0
    package var deducted = Fen.zero

    package init() {}

    /// What is owed in the end; negative when more is taken back.
    package var net: Fen { Fen(settled.count - refunded.count - deducted.count) }

    /// - Throws: ``ArithmeticOverflow`` when a sum does not fit; nothing is added then.
    package mutating func add(_ other: Sums) throws(ArithmeticOverflow) {
      let total = try total.adding(other.total)
      let settled = try settled.adding(other.settled)
      let refunded = try refunded.adding(other.refunded)
      deducted = try deducted.adding(other.deducted)
      (self.total, self.settled, self.refunded) = (total, settled, refunded)
      times += other.times
      refunds += other.refunds
      deductions += other.deductions
    }
  }

  package private(set) var pairs: [Pair: [Detail: Sums]] = [:]

  package init() {}

  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package mutating func add(_ record: SettlementRecord, owed: Fen) throws(ArithmeticOverflow) {
    let pair = Pair(home: record.insuredIn.province, treatment: record.treatedAt.province)
    let detail = Detail(insurance: record.insurance, visit: record.visit)
    var own = Sums()
    switch record.kind {
    case .settlement:
      own.times = 1
      own.total = record.amounts[.total] ?? .zero
      own.settled = owed
    case .refund:
      own.refunds = 1
      own.refunded = owed
    case .deduction:
      own.deductions = 1
      own.deducted = owed
    }
    try pairs[pair, default: [:]][detail, default: Sums()].add(own)
  }

  package var provinces: [RegionCode] { Set(pairs.keys.flatMap { [$0.home, $0.treatment] }).sorted() }

  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package func sums(of pair: Pair, where isMeant: (Detail) -> Bool = { _ in true }) throws(ArithmeticOverflow) -> Sums {
    var sums = Sums()
    for (detail, own) in pairs[pair] ?? [:] where isMeant(detail) { try sums.add(own) }
    return sums
  }
}
