/// What may stand at a place of a document. One value of this type describes a whole document and drives reading,
/// JSON Schema and the reference page alike.
///
/// Its parts are classes, so that passing one on costs one reference and not one for each of its words.
package enum Shape: Sendable {
  /// A mapping with the listed keys.
  case record(RecordShape)
  /// A mapping whose keys are names that the file's author chooses.
  case dictionary(DictionaryShape)
  case list(ListShape)
  case scalar(ScalarKind)
  /// One of a fixed set of words.
  case choice(ChoiceShape)
  /// A value chosen by dimensions, or that value alone.
  case table(TableShape)
  /// Conditions on dimensions, `{person: retired}`.
  case filter([DimensionShape])
  /// Different shapes for a single value, a list and a mapping.
  indirect case byKind(scalar: Shape?, list: Shape?, mapping: Shape?)
  /// Different records told apart by a key that only one of them has.
  case variants([RecordShape])
}

/// A mapping with fixed keys.
package final class RecordShape: Sendable {
  package let title: Word
  package let keys: [Key]
  /// Keys of which one at least has to be there, by canonical name; none has to when empty.
  package let alternatives: [String]

  package init(_ title: Word, _ keys: [Key], oneAtLeastOf alternatives: [String] = []) {
    self.title = title
    self.keys = keys
    self.alternatives = alternatives
  }

  package func key(_ english: String) -> Key? {
    keys.first { $0.name.english == english }
  }
}

/// One key of a record.
package final class Key: Sendable {
  package let name: Word
  package let shape: Shape
  package let isRequired: Bool
  /// What the key means, for schema, reference page and editor help.
  package let meaning: Word

  package init(_ english: String, _ chinese: String, _ shape: Shape, required: Bool = false, meaning: Word) {
    name = Word(english, chinese)
    self.shape = shape
    isRequired = required
    self.meaning = meaning
  }
}

/// A mapping from names chosen by the author to values of one shape.
package final class DictionaryShape: Sendable {
  package let title: Word
  package let value: Shape
  /// How the names must look.
  package let keyKind: ScalarKind
  /// Whether an empty mapping says something: nothing yet.
  package let allowsEmpty: Bool

  package init(_ title: Word, keyKind: ScalarKind = .identifier, allowsEmpty: Bool = false, _ value: Shape) {
    self.allowsEmpty = allowsEmpty
    self.title = title
    self.keyKind = keyKind
    self.value = value
  }
}

package final class ListShape: Sendable {
  package let item: Shape
  package let minimumCount: Int

  package init(_ item: Shape, minimumCount: Int = 1) {
    self.item = item
    self.minimumCount = minimumCount
  }
}

/// A fixed set of words, each with its meaning.
package final class ChoiceShape: Sendable {
  package let title: Word
  package let words: [Word]
  /// It decides something by itself, so that a source has to cover it.
  package let needsSource: Bool

  package init(_ title: Word, _ words: [Word], needsSource: Bool = false) {
    self.title = title
    self.words = words
    self.needsSource = needsSource
  }
}

/// A value by dimensions: `{by: …, cases: …}` beside other keys, `{value: …}`, or the bare value.
package final class TableShape: Sendable {
  package let title: Word
  package let leaf: Shape
  package let dimensions: [DimensionShape]
  /// Further keys that may stand beside `by` and `cases`.
  package let extras: [Key]
  /// Whether the value may stand alone, without a mapping around it.
  package let allowsBareLeaf: Bool

  package init(
    _ title: Word, leaf: Shape, dimensions: [DimensionShape], extras: [Key] = [], allowsBareLeaf: Bool = true
  ) {
    self.title = title
    self.leaf = leaf
    self.dimensions = dimensions
    self.extras = extras
    self.allowsBareLeaf = allowsBareLeaf
  }

  package static let by = Word("by", "按")
  package static let cases = Word("cases", "各档")
  package static let value = Word("value", "值")
  package static let anyCase = Word("any", "任意")
}

/// A dimension as the format sees it: its name, its fixed values, and whether it is a whole number.
package final class DimensionShape: Sendable {
  package let name: Word
  package let values: [Word]
  /// Ages and ordinals: cases are numbers and ranges, `1`, `2+`, `60..69`.
  package let isNumeric: Bool
  /// Cases are codes of a national list, which are written in quotes.
  package let hasCodes: Bool

  package init(_ name: Word, values: [Word], isNumeric: Bool = false, hasCodes: Bool = false) {
    self.hasCodes = hasCodes
    self.name = name
    self.values = values
    self.isNumeric = isNumeric
  }
}
