import Findings
import Format
import Values

/// One record after reading: a value or nothing for each key of its kind.
package struct Record: Sendable {
  package let kind: RecordKind
  /// In the order of the kind's keys; a controlled word is the text of its English name.
  package let values: [ScalarValue?]
  /// The name of its file.
  package let file: String
  /// The number of its line in the file, from 1.
  package let line: Int

  package init(kind: RecordKind, values: [ScalarValue?], file: String, line: Int) {
    self.kind = kind
    self.values = values
    self.file = file
    self.line = line
  }

  /// The value of a key, by its English name.
  package subscript(name: String) -> ScalarValue? { kind.index(of: name).flatMap { values[$0] } }

  package func text(_ name: String) -> String? {
    if case .text(let text) = self[name] { text } else { nil }
  }

  package func money(_ name: String) -> Fen? {
    if case .money(let fen) = self[name] { fen } else { nil }
  }

  package func date(_ name: String) -> CivilDate? {
    if case .date(let date) = self[name] { date } else { nil }
  }

  package func flag(_ name: String) -> Bool? {
    if case .flag(let flag) = self[name] { flag } else { nil }
  }

  package func region(_ name: String) -> RegionCode? { text(name).flatMap { RegionCode($0) } }

  /// Where a finding about a key of it points.
  package func place(of name: String) -> Place {
    Place(file: SourceFile(path: file, bytes: []), at: Position(line: line, column: 1), pointer: "/\(name)")
  }
}
