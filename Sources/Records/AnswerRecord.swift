import Findings
import Format
import Values

/// A flat record of an answer.
package struct AnswerRecord: Sendable {
  package enum Value: Hashable, Sendable {
    /// Written as a JSON string.
    case text(String)
    /// A controlled word, by its English name.
    case word(Word)
    case fen(Fen)
    case count(Int)
    case date(CivilDate)
    case flag(Bool)
    /// A share, such as `70.25%`, worked out exactly and rounded half up to the hundredth of a percent.
    case percent(String)
  }

  /// The key that names the table of a line.
  package static let table = "table"

  package let kind: RecordKind
  /// In the order of the kind's keys; nil for what there is none of.
  package let values: [Value?]

  package init(_ kind: RecordKind, _ values: [Value?]) {
    self.kind = kind
    self.values = values
  }

  /// One object, the name of the table first; without line end.
  package var json: String {
    var members = [(name: AnswerRecord.table, value: JSONText.string(kind.name.english))]
    for (key, value) in zip(kind.keys, values) {
      if let value { members.append((key.name.english, AnswerRecord.json(value))) }
    }
    return JSONText.object(members)
  }

  /// The value of a key as people read it; empty when there is none.
  package func text(of name: String, in language: Language) -> String {
    guard let value = kind.index(of: name).flatMap({ values[$0] }) else { return "" }
    return AnswerRecord.text(value, in: language)
  }

  package static func text(_ value: Value, in language: Language) -> String {
    switch value {
    case .text(let text), .percent(let text): text
    case .word(let word): word.text(in: language == .chinese ? .chinese : .english)
    case .fen(let fen): "\(fen)"
    case .count(let count): "\(count)"
    case .date(let date): "\(date)"
    case .flag(let flag): language == .chinese ? (flag ? "是" : "否") : "\(flag)"
    }
  }

  private static func json(_ value: Value) -> String {
    switch value {
    case .text(let text), .percent(let text): JSONText.string(text)
    case .word(let word): JSONText.string(word.english)
    case .fen(let fen): "\(fen)"
    case .count(let count): "\(count)"
    case .date(let date): "\"\(date)\""
    case .flag(let flag): "\(flag)"
    }
  }
}

/// Takes the records of an answer one by one, in order.
package protocol AnswerSink: AnyObject {
  func write(_ record: AnswerRecord)
}

/// Keeps the records of an answer.
package final class AnswerList: AnswerSink {
  package private(set) var records: [AnswerRecord] = []

  package init() {}

  package func write(_ record: AnswerRecord) { records.append(record) }
}
