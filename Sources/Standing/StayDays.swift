import PolicyModel
import Values

/// The days of a stay before and after the end of a benefit year (docs/semantics.md 3.3).
package struct StayDays: Sendable {
  /// Days in the year of admission and in the next one; the day of discharge does not count.
  package let before: Int
  package let after: Int
  /// The last day of the year of admission.
  package let lastDayBefore: CivilDate

  /// Nil unless it ends in the year after the one it began in.
  package init?(from began: CivilDate, to ended: CivilDate, in year: BenefitYear) {
    let (first, last) = (year.start(of: began), year.start(of: ended))
    guard first < last, year.start(of: last.advanced(by: -1)) == first else { return nil }
    lastDayBefore = last.advanced(by: -1)
    before = Int(last.dayNumber - began.dayNumber)
    after = Int(ended.dayNumber - last.dayNumber)
  }

  /// An amount by days, by largest remainder; the earlier part has the fen that is left in a tie.
  package func split(_ amount: Fen) -> (before: Fen, after: Fen) {
    let days = Int128(before + after)
    let (whole, rest) = (Int128(amount.count) * Int128(before)).quotientAndRemainder(dividingBy: days)
    let first = Int64(whole) + (rest * 2 >= days ? 1 : 0)
    return (Fen(first), Fen(amount.count - first))
  }
}
