import PolicyModel
import Values

/// A year whose holidays are not known: no working day can be counted that its notice speaks of.
package struct UnknownHolidays: Hashable, Error, Sendable {
  package let year: Int

  package init(year: Int) { self.year = year }
}

extension HolidayCalendar {
  /// The last day of a time that is allowed after a day, which does not count itself.
  package func end(of allowance: Allowance, after day: CivilDate) throws(UnknownHolidays) -> CivilDate {
    switch allowance {
    case .days(let days): return day.advanced(by: days)
    case .workingDays(let days):
      var (next, left) = (day, days)
      while left > 0 {
        next = next.advanced(by: 1)
        if let year = missingYear(of: next) { throw UnknownHolidays(year: year) }
        if isWorking(next) == true { left -= 1 }
      }
      return next
    }
  }

  /// The notices that speak of the days after one, up to another.
  package func documents(after event: CivilDate, through last: CivilDate) -> [Year] {
    guard event < last else { return [] }
    let first = HolidayCalendar.notices(of: event.advanced(by: 1)).lowerBound
    return (first...HolidayCalendar.notices(of: last).upperBound).compactMap { years[$0] }
  }
}

extension DeadlineRule {
  /// The day by which it has to be done.
  package func dueDay(after event: CivilDate, _ holidays: HolidayCalendar) throws(UnknownHolidays) -> CivilDate {
    let month = CivilMonth(of: event)
    switch due {
    case .within(let allowance): return try holidays.end(of: allowance.value, after: event)
    case .monthDay(let day): return month.day(day.value)
    case .nextMonthDay(let day): return month.advanced(by: 1).day(day.value)
    case .monthEnd(let number):
      let year = number.value < month.month ? month.year + 1 : month.year
      return CivilMonth(year: year, month: number.value)?.lastDay ?? .distantFuture
    }
  }

  /// The clause that sets the day.
  package var citation: Citation {
    switch due {
    case .within(let allowance): allowance.citation
    case .monthDay(let number), .nextMonthDay(let number), .monthEnd(let number): number.citation
    }
  }

  /// Whether working days are counted.
  package var needsHolidays: Bool {
    if case .within(let allowance) = due, case .workingDays = allowance.value { true } else { false }
  }
}
