import PolicyModel
import Values

/// When the periods of accounts begin and end.
struct AccountCalendar {
  private let year: BenefitYear

  /// - Parameter benefitYear: first day of the benefit year, `MM-DD`.
  init(benefitYear: String) { year = BenefitYear(benefitYear) }

  /// The first day of the period that a day lies in; of a cycle the day itself.
  func start(of period: Period, on day: CivilDate) -> CivilDate {
    let parts = day.components
    switch period {
    case .settlement, .day, .cycle: return day
    case .month: return CivilDate(year: parts.year, month: parts.month, day: 1) ?? day
    case .quarter: return CivilDate(year: parts.year, month: (parts.month - 1) / 3 * 3 + 1, day: 1) ?? day
    case .year: return year.start(of: day)
    }
  }

  /// Whether a day lies in a later period than another day.
  func hasBegunAnew(_ period: Period, since earlier: CivilDate, on day: CivilDate) -> Bool {
    let start = start(of: period, on: earlier)
    return !isOpen(period, startedOn: start, on: day) && self.start(of: period, on: day) > start
  }

  /// Whether a period that began on a day still runs. A merged unit has no end of its own: claims say what goes on.
  func isOpen(_ period: Period, startedOn start: CivilDate, on day: CivilDate) -> Bool {
    switch period {
    case .settlement: true
    case .cycle(let days): AccountCalendar.isCycle(of: days, begunOn: start, openOn: day)
    default: self.start(of: period, on: day) == start
    }
  }

  /// Cycles have a length and no place in the calendar.
  static func isCycle(of days: Int, begunOn start: CivilDate, openOn day: CivilDate) -> Bool {
    day.dayNumber < start.dayNumber + Int32(clamping: days)
  }
}
