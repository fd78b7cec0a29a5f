import Format

/// A kind of flat records: each one an object on a line of JSON, or a row of a CSV file with names in its first.
///
/// The same description reads and writes both, and makes the schema and the reference page.
package struct RecordKind: Sendable {
  /// `settlement`; names the table in answers that hold several.
  package let name: Word
  package let shape: RecordShape
  private let indices: [String: Int]
  /// How lines without anything unusual are read.
  let quick: QuickKeys

  /// - Parameter keys: each a single value or one of a set of words.
  package init(_ name: Word, _ keys: [Key]) {
    self.name = name
    shape = RecordShape(name, keys)
    quick = QuickKeys(name, keys)
    indices = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element.name.english, $0.offset) })
  }

  package var keys: [Key] { shape.keys }

  /// The place of a key by its English name.
  package func index(of name: String) -> Int? { indices[name] }
}
