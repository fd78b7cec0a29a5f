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

  /// Nil for a day of a year that is not known.
  package func isWorking(_ day: CivilDate) -> Bool? {
    let number = day.components.year
    guard years[number] != nil else { return nil }
    let said = [years[number], years[number + 1]].compactMap { $0 }
    if said.contains(where: { $0.worked.contains(day) }) { return true }
    return !day.isWeekend && !said.contains { $0.off.contains(day) }
  }
}
