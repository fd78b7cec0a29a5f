import Findings
import SourceTree
import Values

extension ScalarKind {
  /// A day of a month, 1 to 31; a month without it ends before.
  package static let dayOfMonth = ScalarKind(
    Word("a day of the month", "日（1–31）"), schema: ["type": "integer", "minimum": 1, "maximum": 31], needsSource: true
  ) { scalar, _ in count(scalar, upTo: 31) }

  /// A month of a year, 1 to 12.
  package static let monthOfYear = ScalarKind(
    Word("a month of the year", "月份（1–12）"), schema: ["type": "integer", "minimum": 1, "maximum": 12],
    needsSource: true
  ) { scalar, _ in count(scalar, upTo: 12) }

  /// A number of days, one or more, that a document allows.
  package static let allowedDays = ScalarKind(
    Word("a number of days", "天数"), schema: ["type": "integer", "minimum": 1, "maximum": 999], needsSource: true
  ) { scalar, _ in count(scalar, upTo: 999) }

  /// A day that a document sets, `"2025-12-31"` in quotes.
  package static let citedDate = date.needingSource
}

extension ScalarKind {
  /// A month of a year, `"2024-01"` in quotes; as text.
  package static let month = ScalarKind(
    Word("a month such as \"2024-01\"", "年月，如 \"2024-01\""),
    schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"], isAlwaysQuoted: true
  ) { scalar, _ in
    guard CivilMonth(scalar.text) != nil else { return .problem(.notADate, ["text": scalar.text]) }
    return .value(.text(scalar.text))
  }
}

extension ScalarKind {
  /// A year, `"2024"` in quotes; as text.
  package static let year = ScalarKind(
    Word("a year such as \"2024\"", "年份，如 \"2024\""), schema: ["type": "string", "pattern": "^[0-9]{4}$"],
    isAlwaysQuoted: true
  ) { scalar, _ in
    guard scalar.text.utf8.count == 4, CivilDate(scalar.text + "-01-01") != nil else {
      return .problem(.yearUnclear, ["text": scalar.text])
    }
    return .value(.text(scalar.text))
  }
}
