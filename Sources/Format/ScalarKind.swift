import Findings
import SourceTree
import Values

/// A single value after reading.
package enum ScalarValue: Hashable, Sendable {
  case money(Fen)
  case ratio(Ratio)
  /// Percentage points, as a ratio.
  case points(Ratio)
  case date(CivilDate)
  case text(String)
  case integer(Int)
  case flag(Bool)
  /// The upper end of a column, in fen; nil for the last, open one.
  case columnEnd(Fen?)
}

/// A kind of single value: how it is read from its characters, and how a JSON Schema describes it.
package struct ScalarKind: Sendable {
  package let title: Word
  /// Part of a JSON Schema for the value.
  package let schema: JSONValue
  /// A value of this kind has to be covered by a source.
  package let needsSource: Bool
  /// Whether quotes around nothing are as good as no value.
  let rejectsEmptyText: Bool
  let read: @Sendable (Scalar, Vocabulary) -> ScalarOutcome

  init(
    _ title: Word, schema: JSONValue, needsSource: Bool = false, rejectsEmptyText: Bool = false,
    read: @escaping @Sendable (Scalar, Vocabulary) -> ScalarOutcome
  ) {
    self.title = title
    self.schema = schema
    self.needsSource = needsSource
    self.rejectsEmptyText = rejectsEmptyText
    self.read = read
  }
}

/// A value, or which finding the text deserves.
enum ScalarOutcome {
  case value(ScalarValue)
  case problem(FindingKind, [String: String])
}
