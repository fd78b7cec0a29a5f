import Findings
import Values

/// The day whose rules a question about rules means.
package struct LawDay: Sendable {
  package let day: CivilDate
  /// Whether the caller named it: an answer for today is another one tomorrow.
  package let isNamed: Bool

  /// - Parameters:
  ///   - query: `on=2024-09-05`.
  ///   - header: `Accept-Datetime` (RFC 7089): a day, or an instant as HTTP writes it, which is a day in China.
  package init(query: String?, header: String?, today: CivilDate) throws(Refusal) {
    if let query {
      guard let day = CivilDate(query) else {
        throw Refusal(400, .queryValue, ["name": "on", "expected": "2024-01-01"])
      }
      (self.day, isNamed) = (day, true)
    } else if let header {
      guard let day = CivilDate(header) ?? HTTPInstant.day(header) else {
        throw Refusal(
          400, .queryValue, ["name": "Accept-Datetime", "expected": "Thu, 05 Sep 2024 00:00:00 GMT, 2024-09-05"])
      }
      (self.day, isNamed) = (day, true)
    } else {
      (day, isNamed) = (today, false)
    }
  }
}

/// Instants as HTTP writes them (RFC 9110 5.6.7), and days in China, eight hours ahead of them.
package enum HTTPInstant {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let hoursAhead = 8

  /// The day in China of `Thu, 05 Sep 2024 00:00:00 GMT`; nil when it is written otherwise.
  package static func day(_ text: String) -> CivilDate? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[5] == "GMT", parts[1].utf8.count == 2, parts[3].utf8.count == 4,
      let month = months.firstIndex(of: String(parts[2])),
      let day = number(parts[1]), let year = number(parts[3]),
      let date = CivilDate(year: year, month: month + 1, day: day), parts[0] == weekday(of: date) + ",",
      let hour = hour(parts[4])
    else { return nil }
    return date.advanced(by: hour + hoursAhead >= 24 ? 1 : 0)
  }

  /// When a day begins in China.
  package static func start(of day: CivilDate) -> String {
    let date = day.advanced(by: -1)
    let (year, month, dayOfMonth) = date.components
    return "\(weekday(of: date)), \(twoDigits(dayOfMonth)) \(months[month - 1]) \(year) 16:00:00 GMT"
  }

  private static func weekday(of date: CivilDate) -> String {
    // Day 0 was a Thursday.
    weekdays[((Int(date.dayNumber) % 7) + 7) % 7]
  }

  /// The hour of `23:59:59`.
  private static func hour(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = number(parts[0]), hour < 24,
      let minute = number(parts[1]), minute < 60, let second = number(parts[2]), second <= 60
    else { return nil }
    return hour
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
