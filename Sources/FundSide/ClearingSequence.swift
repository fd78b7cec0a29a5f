import PolicyModel
import Values

/// Puts each record into a month's clearing or refuses it. The records of a settlement follow each other: itself, then
/// its refunds and deductions by day.
package struct ClearingSequence {
  /// Where a record went.
  package struct Place: Sendable {
    package let period: CivilMonth
    package let owed: Fen
  }

  /// What is known of the settlement that the last records were about.
  private struct Original {
    let id: String
    let record: SettlementRecord
    /// Nil when it was refused.
    var period: CivilMonth?
    /// Those of the day of the settlement: they say what was owed, and so what goes back.
    let rules: ClearingRules?
    var left: Fen
    /// Ids of what was taken back from it.
    var taken: Set<String> = []
  }

  private var original: Original?
  /// The last original that is in none of the files, and what was taken back from it.
  private var absent: (id: String, taken: Set<String>) = ("", [])

  package init() {}

  /// - Parameter rules: those of the place of treatment's province on the record's day.
  /// - Throws: why the record is in no month's clearing.
  package mutating func take(_ record: SettlementRecord, _ rules: ClearingRules?) throws(ClearingRefusal) -> Place {
    switch record.kind {
    case .settlement: try take(settlement: record, rules)
    case .refund(let id), .deduction(let id): try take(record, from: id, rules)
    }
  }

  private mutating func take(settlement record: SettlementRecord, _ rules: ClearingRules?) throws(ClearingRefusal)
    -> Place
  {
    if original?.id == record.id { throw .doubled }
    original = Original(id: record.id, record: record, period: nil, rules: rules, left: .zero)
    let place = try ClearingSequence.place(record, rules)
    original = Original(id: record.id, record: record, period: place.period, rules: rules, left: place.owed)
    return place
  }

  /// What was taken last is in no month's clearing after all.
  package mutating func withdraw(_ record: SettlementRecord) {
    if record.kind == .settlement, original?.id == record.id { original?.period = nil }
  }

  private static func place(_ record: SettlementRecord, _ rules: ClearingRules?) throws(ClearingRefusal) -> Place {
    if record.insuredIn.province == record.treatedAt.province { throw .sameProvince }
    guard let rules else { throw .noRules }
    guard let declared = record.declaredOn else { throw .notDeclared }
    let owed = try rules.owed(record)
    return Place(period: try rules.period(of: CivilMonth(of: record.settledOn), declaredOn: declared), owed: owed)
  }

  /// What is taken back is never too late: refunds after clearing and across years are provided for (Beijing art. 34),
  /// and deductions go with the next clearing (Inner Mongolia art. 54).
  private mutating func take(_ record: SettlementRecord, from id: String, _ rules: ClearingRules?)
    throws(ClearingRefusal) -> Place
  {
    if record.insuredIn.province == record.treatedAt.province { throw .sameProvince }
    guard let rules else { throw .noRules }
    let own = max(CivilMonth(of: record.settledOn), rules.openPeriod(on: record.declaredOn ?? record.settledOn))
    let open = record.isDeduction ? rules.openPeriod(on: record.declaredOn ?? record.settledOn) : own
    guard original?.id == id, var found = original else {
      guard let cleared = record.clearedIn else { throw .originalUnknown }
      if absent.id != id { absent = (id, []) }
      guard absent.taken.insert(record.id).inserted else { throw .doubled }
      return Place(period: max(open, cleared), owed: try rules.owed(record))
    }
    guard let cleared = found.period else { throw .originalRefused }
    guard found.record.insuredIn == record.insuredIn, found.record.treatedAt == record.treatedAt,
      found.record.insurance == record.insurance, record.settledOn >= found.record.settledOn
    else { throw .originalDiffers }
    guard found.taken.insert(record.id).inserted else { throw .doubled }
    let owed = try (found.rules ?? rules).owed(record)
    guard owed <= found.left else { throw .moreThanLeft(found.left) }
    guard record.isDeduction || owed == found.left else { throw .refundInPart(found.left) }
    found.left = Fen(found.left.count - owed.count)
    original = found
    return Place(period: max(open, cleared), owed: owed)
  }
}

extension SettlementRecord {
  package var isDeduction: Bool { if case .deduction = kind { true } else { false } }
}
