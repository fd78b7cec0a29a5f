import Findings

/// How a stay is settled that begins in one benefit year and ends in another (docs/semantics.md 3.3).
package final class StayAcrossYears: Sendable {
  package enum Settling: String, Sendable, CaseIterable {
    /// As a claim of its settlement day.
    case whole
    /// In two parts, by the days before and after the year's end.
    case byDays = "by_days"
  }

  package enum Charging: String, Sendable, CaseIterable {
    case once
    case eachYear = "each_year"
  }

  /// The years whose occurrences the stay counts in.
  package enum Counting: String, Sendable, CaseIterable {
    case firstYear = "first_year"
    case lastYear = "last_year"
    case eachYear = "each_year"
  }

  package let settling: Figure<Settling>
  package let deductible: Charging
  package let counting: Counting
  package let place: Place

  package init(settling: Figure<Settling>, deductible: Charging, counting: Counting, place: Place) {
    self.settling = settling
    self.deductible = deductible
    self.counting = counting
    self.place = place
  }
}
