import Values

/// The working days of the years that are known.
package struct HolidayCalendar: Sendable {
  package struct Year: Sendable {
    /// Days off beside weekends, or instead of what a weekday would be.
    package let off: Set<CivilDate>
    /// Weekend days that are worked.
    package let worked: Set<CivilDate>
    /// The document that says so.
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

  /// Nil for a day of a year that is not known.
  package func isWorking(_ day: CivilDate) -> Bool? {
    guard let year = years[day.components.year] else { return nil }
    if year.worked.contains(day) { return true }
    return !year.off.contains(day) && !day.isWeekend
  }
}
