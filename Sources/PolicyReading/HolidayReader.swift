import Findings
import Format
import PolicyModel
import Values

/// Builds the calendar of a year from a reading of the code lists.
enum HolidayReader {
  /// The longest holiday there can be.
  private static let mostDays = 31

  static func year(_ named: Named, _ collector: FindingCollector) -> (number: Int, year: HolidayCalendar.Year)? {
    let reading = named.reading
    guard let number = Int(named.id), let title = reading["title"]?.text,
      let basis = reading["basis"]?.word.flatMap(Basis.init(rawValue:))
    else { return nil }
    var off: Set<CivilDate> = []
    for stretch in reading["off"]?.items ?? [] {
      guard let from = stretch["from"]?.date else { continue }
      let to = stretch["to"]?.date ?? from
      guard from <= to, to <= from.advanced(by: mostDays), isOf(number, from, to) else {
        collector.report(.holidayUnclear, at: stretch.place, ["year": named.id, "from": "\(from)", "to": "\(to)"])
        continue
      }
      var day = from
      while day <= to {
        off.insert(day)
        day = day.advanced(by: 1)
      }
    }
    var worked: Set<CivilDate> = []
    for item in reading["worked"]?.items ?? [] {
      guard let day = item.date else { continue }
      guard day.components.year == number, day.isWeekend, !off.contains(day) else {
        collector.report(.workedDayUnclear, at: item.place, ["year": named.id, "day": "\(day)"])
        continue
      }
      worked.insert(day)
    }
    let document = reading["number"]?.text ?? title
    return (number, HolidayCalendar.Year(off: off, worked: worked, document: document, basis: basis))
  }

  /// A holiday lies in its year, or begins in the last days of the one before.
  private static func isOf(_ year: Int, _ from: CivilDate, _ to: CivilDate) -> Bool {
    let start = from.components
    return to.components.year == year && (start.year == year || (start.year == year - 1 && start.month == 12))
  }
}
