import Values

/// The working days of the years that are known.
package struct HolidayCalendar: Sendable {
  /// What the notice of a year says; its first holiday may begin in the year before.
  package struct Year: Sendable {
    /// Days off beside weekends, or on them.
    package let off: Set<CivilDate>
    /// Weekend days that are worked.
    package let worked: Set<CivilDate>
    /// The notice's number, or its title where that is not known.
    package let document: String
    package let basis: Basis

    package init(off: Set<CivilDate>, worked: Set<CivilDate>, document: String, basis: Basis) {
      self.off = off
      self.worked = worked
      self.document = document
      self.basis = basis
    }
  }

  package var years: [Int: Year] = [:]

  package init() {}

  /// The years whose notices speak of a day. The notice of the next year may move the last days of December, as that
  /// of 2019 did from the 29th on.
  package static func notices(of day: CivilDate) -> ClosedRange<Int> {
    let (year, month, number) = day.components
    return year...(month == 12 && number >= firstOpenDay ? year + 1 : year)
  }

  /// The day of December from which on the next year's notice is waited for.
  private static let firstOpenDay = 25

  /// The first year whose notice would have to be known to tell whether a day is worked; nil when all are.
  package func missingYear(of day: CivilDate) -> Int? {
    HolidayCalendar.notices(of: day).first { years[$0] == nil }
  }

  /// Nil for a day that a notice speaks of which is not known.
  package func isWorking(_ day: CivilDate) -> Bool? {
    guard missingYear(of: day) == nil else { return nil }
    let said = HolidayCalendar.notices(of: day).compactMap { years[$0] }
    if said.contains(where: { $0.worked.contains(day) }) { return true }
    return !day.isWeekend && !said.contains { $0.off.contains(day) }
  }
}
