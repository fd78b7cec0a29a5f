import Format
import SourceTree

/// What a tree says, without places, order of keys, quotes or language: equal texts, equal meaning.
struct Meaning: Equatable {
  let text: String

  init(_ reading: Reading) {
    text = Self.text(reading)
  }

  private static func text(_ reading: Reading) -> String {
    switch reading.value {
    case .record(let record): "{" + pairs(record) + "}"
    case .dictionary(let named):
      "<" + named.map { "\(quoted($0.id)): \(text($0.reading))" }.joined(separator: ", ") + ">"
    case .list(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .scalar(let scalar): quoted("\(scalar)") + citation(reading)
    case .word(let word): "word \(quoted(word))" + citation(reading)
    case .table(let table):
      "table(" + table.dimensions.map(\.name).joined(separator: ", ") + "; " + text(table.cases) + "; "
        + pairs(table.extras) + ")"
    case .filter(let conditions):
      "if(" + conditions.map { "\($0.dimension) \(quoted("\($0.key)"))" }.sorted().joined(separator: ", ") + ")"
    case .invalid: "invalid"
    }
  }

  private static func text(_ cases: TableReading.Cases) -> String {
    switch cases {
    case .leaf(let reading): text(reading)
    case .split(let cases, _):
      "<" + cases.map { "\(quoted("\($0.key)")): \(text($0.content))" }.joined(separator: ", ") + ">"
    }
  }

  private static func pairs(_ record: [String: Reading]) -> String {
    record.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
  }

  private static func citation(_ reading: Reading) -> String {
    reading.citation.map { " from \(quoted($0.source)) \(quoted($0.clause))" } ?? ""
  }

  private static func quoted(_ text: String) -> String { text.debugDescription }
}
