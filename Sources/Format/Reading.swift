import SourceTree
import Findings
import Values

/// A part of a document after it was read by its shape: canonical names, typed values, each with its place and the
/// source that covers it.
///
/// A class, so that passing it on costs one reference and not one for each of its parts.
package final class Reading: Sendable {
  package indirect enum Value: Sendable {
    case record(Fields)
    case dictionary([Named])
    case list([Reading])
    case scalar(ScalarValue)
    /// Canonical (English) name of a controlled word.
    case word(String)
    case table(TableReading)
    case filter([Condition])
    /// It was not readable; a finding says why.
    case invalid
  }

  package let value: Value
  package let place: Place
  /// Where the key stands under which this value was found.
  package let keyPlace: Place
  /// The keys that lead to it; nil for the document itself.
  let steps: ReadingPath?
  /// The `source:` that covers it: its own, or that of the nearest mapping around it.
  package let citation: CitationText?

  init(_ value: Value, place: Place, keyPlace: Place, path: ReadingPath?, citation: CitationText?) {
    self.value = value
    self.place = place
    self.keyPlace = keyPlace
    steps = path
    self.citation = citation
  }

  /// The keys that lead to it, as the file writes them, joined by dots: `plans.employee_inpatient.layers.pool.ratio`;
  /// items of lists by their `id`.
  package var path: String { steps?.text ?? "" }

  package subscript(key: String) -> Reading? {
    if case .record(let record) = value { record[key] } else { nil }
  }

  package var named: [Named] {
    if case .dictionary(let named) = value { named } else { [] }
  }

  package var items: [Reading] {
    if case .list(let items) = value { items } else { [] }
  }

  package var scalar: ScalarValue? {
    if case .scalar(let scalar) = value { scalar } else { nil }
  }

  package var word: String? {
    if case .word(let word) = value { word } else { nil }
  }

  package var text: String? {
    if case .scalar(.text(let text)) = value { text } else { nil }
  }

  package var table: TableReading? {
    if case .table(let table) = value { table } else { nil }
  }

  package var conditions: [Condition] {
    if case .filter(let conditions) = value { conditions } else { [] }
  }

  package var isInvalid: Bool {
    if case .invalid = value { true } else { false }
  }
}

/// The values of a mapping with fixed keys, in written order, by canonical (English) key name.
package struct Fields: Sendable {
  package let all: [Named]

  package subscript(name: String) -> Reading? {
    all.first { $0.id.isSame(as: name) }?.reading
  }
}

/// An entry under its name: one that the author chose, or the canonical one of a fixed key.
package struct Named: Sendable {
  package let id: String
  package let reading: Reading
}

/// A table after reading: the dimensions in the order they are asked, and the nested cases.
package struct TableReading: Sendable {
  package struct Dimension: Sendable {
    /// Canonical name.
    package let name: String
    package let place: Place
  }

  package indirect enum Cases: Sendable {
    case leaf(Reading)
    case split([Case], place: Place)
  }

  package struct Case: Sendable {
    package let key: CaseKey
    package let place: Place
    package let content: Cases
  }

  package let dimensions: [Dimension]
  package let cases: Cases
  /// The keys beside `by` and `cases`.
  package let extras: Fields
}

/// One condition of a filter.
package struct Condition: Sendable {
  /// Canonical name of the dimension.
  package let dimension: String
  package let key: CaseKey
  package let place: Place
}

/// The text of a `source:`: the id of a document and the clause in it.
///
/// A class, since everything it covers holds it.
package final class CitationText: Sendable {
  package let source: String
  package let clause: String
  package let place: Place
  /// An open question of the file says that what it covers is assumed.
  package let isAssumed: Bool

  /// `乌68号 第一条`: the first word is the id, the rest the clause.
  package init(_ text: String, at place: Place) {
    let words = text.utf8.drop { $0 == 0x20 }
    let end = words.firstIndex(of: 0x20) ?? words.endIndex
    source = String(text[words.startIndex..<end])
    clause = String(text[end...].dropFirst())
    self.place = place
    isAssumed = false
  }

  private init(assuming citation: CitationText) {
    source = citation.source
    clause = citation.clause
    place = citation.place
    isAssumed = true
  }

  /// The same where what it covers is assumed.
  var assumed: CitationText { isAssumed ? self : CitationText(assuming: self) }
}
