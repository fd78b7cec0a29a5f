import PolicyModel
import Values

/// Why a record is in no month's clearing.
package enum ClearingRefusal: Hashable, Error, Sendable {
  case notDeclared
  /// It could only be cleared with this month, later than the rules allow.
  case tooLate(CivilMonth)
  /// The tables of the only month it could be cleared with are made after the year was cleared.
  case yearClosed(CivilMonth)
  case sameProvince
  /// The rules have no `clearing`, or no rules may be used.
  case noRules
  /// The record does not tell an amount that is owed.
  case amountMissing(SettlementAmount)
  case doubled
  case originalUnknown
  case originalRefused
  /// Places or insurance are not those of the original.
  case originalDiffers
  /// More would be taken back than is left of the original.
  case moreThanLeft(Fen)
  /// A refund pays back all that is left of the original, and this one less.
  case refundInPart(Fen)
  case overflow
}

extension ClearingRules {
  /// The month with which a settlement of a month is cleared, by the day it was declared (Beijing art. 41, Inner
  /// Mongolia art. 49).
  package func period(of month: CivilMonth, declaredOn day: CivilDate) throws(ClearingRefusal) -> CivilMonth {
    let period = max(month, openPeriod(on: day))
    if month.distance(to: period) > mostDelay.value { throw .tooLate(period) }
    guard let last = CivilMonth(year: month.year + 1, month: yearClearedBy.value)?.lastDay,
      madeDay(of: period) <= last
    else { throw .yearClosed(period) }
    return period
  }

  /// The earliest month that is still declared on a day.
  package func openPeriod(on day: CivilDate) -> CivilMonth {
    let month = CivilMonth(of: day)
    return day <= month.day(declaredBy.value) ? month.advanced(by: -1) : month
  }

  /// The day on which a month's tables are made.
  package func madeDay(of period: CivilMonth) -> CivilDate { period.advanced(by: 1).day(madeOn.value) }

  /// What the place of insurance owes for a record.
  package func owed(_ record: SettlementRecord) throws(ClearingRefusal) -> Fen {
    var sum = Fen.zero
    for amount in pays {
      guard let fen = record.amounts[amount.value] else { throw .amountMissing(amount.value) }
      do { sum = try sum.adding(fen) } catch { throw .overflow }
    }
    return sum
  }
}
