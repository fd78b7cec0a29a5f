import Values

/// The year that accounts run for, by its first day.
package struct BenefitYear: Sendable {
  private let month: Int
  private let day: Int

  /// - Parameter firstDay: `MM-DD`.
  package init(_ firstDay: String) {
    let parts = firstDay.split(separator: "-").compactMap { Int($0) }
    month = parts.first ?? 1
    day = parts.last ?? 1
  }

  /// The first day of the year that a day lies in.
  package func start(of date: CivilDate) -> CivilDate {
    let parts = date.components
    let year = (parts.month, parts.day) >= (month, day) ? parts.year : parts.year - 1
    // A year that began on 29 February begins on 1 March in common years.
    return CivilDate(year: year, month: month, day: day) ?? CivilDate(year: year, month: 3, day: 1) ?? date
  }
}
