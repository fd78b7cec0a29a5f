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
package final class ScalarKind: Sendable {
  package let title: Word
  /// Part of a JSON Schema for the value.
  package let schema: JSONValue
  /// A value of this kind has to be covered by a source.
  package let needsSource: Bool
  /// Dates and codes are written in quotes, whatever they look like.
  package let isAlwaysQuoted: Bool
  /// The words of a vocabulary that its text holds.
  package let words: WordUse
  /// Whether quotes around nothing are as good as no value.
  let rejectsEmptyText: Bool
  /// Nil when values are read by the kind alone.
  package let plainForm: PlainForm?
  let read: @Sendable (Scalar, Vocabulary) -> ScalarOutcome

  init(
    _ title: Word, schema: JSONValue, needsSource: Bool = false, isAlwaysQuoted: Bool = false,
    rejectsEmptyText: Bool = false, words: WordUse = .none, plainForm: PlainForm? = nil,
    read: @escaping @Sendable (Scalar, Vocabulary) -> ScalarOutcome
  ) {
    self.title = title
    self.schema = schema
    self.needsSource = needsSource
    self.isAlwaysQuoted = isAlwaysQuoted
    self.words = words
    self.rejectsEmptyText = rejectsEmptyText
    self.plainForm = plainForm
    self.read = read
  }

  /// The value that the characters stand for; nil where reading the document would find something wrong.
  package func value(of scalar: Scalar, in vocabulary: Vocabulary) -> ScalarValue? {
    if rejectsEmptyText, scalar.text.isEmpty { return nil }
    if case .value(let value) = read(scalar, vocabulary) { return value }
    return nil
  }

  /// The same kind, covered by a source.
  var needingSource: ScalarKind {
    ScalarKind(
      title, schema: schema, needsSource: true, isAlwaysQuoted: isAlwaysQuoted, rejectsEmptyText: rejectsEmptyText,
      words: words, plainForm: plainForm, read: read)
  }

  /// The same kind, its text made of other words.
  package func naming(_ words: WordUse) -> ScalarKind {
    ScalarKind(
      title, schema: schema, needsSource: needsSource, isAlwaysQuoted: isAlwaysQuoted,
      rejectsEmptyText: rejectsEmptyText, words: words, plainForm: plainForm, read: read)
  }
}

/// Where a single value holds words of the file's vocabulary.
package enum WordUse: Sendable {
  case none
  /// It is one of the words.
  case whole([Word])
  /// It is one of the words, or ends with one after a dot.
  case lastStep([Word])
  /// It ends with the word, after a number.
  case suffix(Word)
  /// It begins with the word, before a number.
  case prefix(Word)
  /// Any of these.
  case several([WordUse])
  /// It is a value of the dimension that another key of the same mapping names.
  case valueOfDimension(key: Word, among: [DimensionShape])
  /// It is a path through the document.
  case path
  /// It is what stands at the path that another key of the same mapping holds.
  case valueAtPath(key: Word)
}

/// A value, or which finding the text deserves.
enum ScalarOutcome {
  case value(ScalarValue)
  case problem(FindingKind, [String: String])
}
