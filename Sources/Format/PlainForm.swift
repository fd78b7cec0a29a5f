/// How values of a kind look in messages and files of records when nothing about them is unusual.
///
/// Such a value may be read from its bytes at once; any other one is read by its kind, which finds the same value or says
/// what is wrong.
package enum PlainForm: Sendable {
  /// Digits with at most two after a point, at most fourteen before it, no needless zero; quoted or not.
  case money
  /// `2024-01-31` in quotes, perhaps with a time of day.
  case day
  /// So many digits, in quotes.
  case digits(Int)
  /// At most so many ASCII letters and digits, in quotes.
  case code(Int)
  /// Any quoted text.
  case text
}
