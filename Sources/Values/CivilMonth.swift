/// A month of a year.
package struct CivilMonth: Hashable, Comparable, Sendable {
  /// Months since year 0.
  private let index: Int

  private init(index: Int) { self.index = index }

  /// Nil when there is no such month.
  package init?(year: Int, month: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
    index = year * 12 + month - 1
  }

  /// The month a day lies in.
  package init(of day: CivilDate) {
    let (year, month, _) = day.components
    index = year * 12 + month - 1
  }

  /// Reads exactly `YYYY-MM`.
  package init?(_ text: String) {
    guard text.utf8.count == 7, let first = CivilDate(text + "-01") else { return nil }
    self.init(of: first)
  }

  package var year: Int { index / 12 }
  package var month: Int { index % 12 + 1 }

  package static func < (left: CivilMonth, right: CivilMonth) -> Bool { left.index < right.index }

  package func advanced(by months: Int) -> CivilMonth { CivilMonth(index: index + months) }

  /// How many months lie between.
  package func distance(to other: CivilMonth) -> Int { other.index - index }

  package var firstDay: CivilDate { CivilDate(year: year, month: month, day: 1) ?? .distantFuture }
  package var lastDay: CivilDate { advanced(by: 1).firstDay.advanced(by: -1) }

  /// A day of the month; its last where it has no such day.
  package func day(_ number: Int) -> CivilDate { CivilDate(year: year, month: month, day: number) ?? lastDay }
}

extension CivilMonth: CustomStringConvertible {
  /// `2024-01`.
  package var description: String { String("\(firstDay)".prefix(7)) }
}
