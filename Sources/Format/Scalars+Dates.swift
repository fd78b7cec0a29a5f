import SourceTree
import Findings
import Values

extension ScalarKind {
  /// A day, `"2023-01-01"` in quotes.
  package static let date = ScalarKind(
    Word("a date", "日期"), schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"], isAlwaysQuoted: true
  ) { scalar, _ in
    let text = scalar.text
    if let date = CivilDate(text) {
      guard scalar.isQuoted else { return .problem(.unquotedDate, ["text": text, "corrected": "\"\(text)\""]) }
      return .value(.date(date))
    }
    let ascii = halfWidth(text).filter { $0 != "\"" }
    if ascii != text, CivilDate(ascii) != nil {
      return .problem(.fullWidthValue, ["text": text, "corrected": "\"\(ascii)\""])
    }
    return .problem(.notADate, ["text": text])
  }

  /// A day of any year, `"07-01"` in quotes; as text.
  package static let dayOfYear = ScalarKind(
    Word("a day of the year such as \"07-01\"", "月日，如 \"07-01\""),
    schema: ["type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"], isAlwaysQuoted: true
  ) { scalar, _ in
    guard CivilDate("2023-" + scalar.text) != nil else { return .problem(.notADate, ["text": scalar.text]) }
    return .value(.text(scalar.text))
  }

  /// A day of a JSON message; a time of day after it is allowed and ignored.
  package static let wireDate = ScalarKind(
    Word("a date", "日期"), schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?$"],
    isAlwaysQuoted: true, plainForm: .day
  ) { scalar, _ in
    if scalar.isQuoted, let date = CivilDate(scalar.text) { return .value(.date(date)) }
    let day = scalar.text.prefix(10)
    let rest = scalar.text.dropFirst(10)
    // The time of day is not used; it only has to look like one.
    let isTime =
      rest.isEmpty
      || ((rest.first == " " || rest.first == "T") && rest.dropFirst().allSatisfy("0123456789:.+-Z".contains))
    guard scalar.isQuoted, let date = CivilDate(day), isTime else {
      return .problem(.notADate, ["text": scalar.text])
    }
    return .value(.date(date))
  }
}
