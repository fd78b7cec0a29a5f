/// A day of the Gregorian calendar, without time or zone.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// Nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    // Years are counted from March so that the leap day is the last of its year.
    let shiftedYear = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear
    dayNumber = Int32(days - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(_ text: String) { self.init(text[...]) }

  /// The same of a part of a text. Neither is generic: a generic initializer takes several times as long.
  package init?(_ text: Substring) {
    guard text.utf8.count == 10 else { return nil }
    var (year, month, day) = (0, 0, 0)
    var offset = 0
    for byte in text.utf8 {
      if offset == 4 || offset == 7 {
        guard byte == 0x2D else { return nil }
      } else {
        guard (0x30...0x39).contains(byte) else { return nil }
        let digit = Int(byte - 0x30)
        switch offset {
        case ..<4: year = year * 10 + digit
        case ..<7: month = month * 10 + digit
        default: day = day * 10 + digit
        }
      }
      offset += 1
    }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  package func advanced(by days: Int) -> CivilDate {
    CivilDate(dayNumber: Int32(clamping: Int(dayNumber).addingReportingOverflow(days).partialValue))
  }

  /// The same day of the month so many months later; the month's last day where it has no such day.
  package func advanced(byMonths months: Int) -> CivilDate {
    let (year, month, day) = components
    let count = year * 12 + month - 1 + months
    let (laterYear, laterMonth) = (count / 12, count % 12 + 1)
    guard (1900...2999).contains(laterYear) else { return months > 0 ? .distantFuture : self }
    return CivilDate(
      year: laterYear, month: laterMonth, day: min(day, CivilDate.days(inMonth: laterMonth, of: laterYear))) ?? self
  }

  /// The first day there is.
  package static let distantPast = CivilDate(dayNumber: -25_567)

  /// The last day there is.
  package static let distantFuture = CivilDate(dayNumber: 376_199)

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension CivilDate: CustomStringConvertible {
  package var description: String {
    let (year, month, day) = components
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

/// A stretch of days; without an end while it is open.
package struct DateInterval: Hashable, Sendable {
  package let from: CivilDate
  /// The last day that belongs to it.
  package let through: CivilDate?

  package init(from: CivilDate, through: CivilDate?) {
    self.from = from
    self.through = through
  }

  package func contains(_ day: CivilDate) -> Bool {
    guard day >= from else { return false }
    guard let through else { return true }
    return day <= through
  }
}

extension DateInterval: CustomStringConvertible {
  package var description: String { "\(from)…\(through.map(\.description) ?? "")" }
}
