import Findings
import Format
import SourceTree

/// Reads the rows of a CSV file (RFC 4180, a row on each line) as records: the first row names the columns, in English
/// or in Chinese.
struct CSVRows {
  private let kind: RecordKind
  private let file: String
  /// For each column the key that it holds.
  private let columns: [Int]

  /// What the first row is, or what is wrong with it.
  static func header(_ line: [UInt8], of kind: RecordKind, file: String) -> Result<CSVRows, CSVProblem> {
    // A byte-order mark is no part of the first name.
    let bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    guard let fields = fields(of: bytes) else { return .failure(problem(.csvQuotes, file, 1, 1, [:])) }
    let names = kind.keys.flatMap { [$0.name.english, $0.name.chinese] }
    var columns: [Int] = []
    for field in fields {
      guard let index = kind.keys.firstIndex(where: { $0.name.english == field.text || $0.name.chinese == field.text })
      else {
        return .failure(
          problem(
            .csvColumnUnknown, file, 1, field.column,
            ["name": field.text, "suggestion": suggestion(for: field.text, among: names)]))
      }
      if columns.contains(index) {
        return .failure(problem(.csvColumnTwice, file, 1, field.column, ["name": field.text]))
      }
      columns.append(index)
    }
    let missing = kind.keys.indices.filter { kind.keys[$0].isRequired && !columns.contains($0) }
    if !missing.isEmpty {
      let names = missing.map { "\(kind.keys[$0].name.chinese) \(kind.keys[$0].name.english)" }.joined(separator: "、")
      return .failure(problem(.csvColumnMissing, file, 1, 1, ["names": names]))
    }
    return .success(CSVRows(kind: kind, file: file, columns: columns))
  }

  private init(kind: RecordKind, file: String, columns: [Int]) {
    self.kind = kind
    self.file = file
    self.columns = columns
  }

  /// The record of a row.
  func read(_ line: [UInt8], number: Int) -> RecordLine {
    guard let fields = CSVRows.fields(of: line) else { return refused(.csvQuotes, number, 1, [:]) }
    guard fields.count == columns.count else {
      return refused(.csvFields, number, 1, ["found": "\(fields.count)", "expected": "\(columns.count)"])
    }
    var values = [ScalarValue?](repeating: nil, count: kind.keys.count)
    for (field, column) in zip(fields, columns) {
      let key = kind.keys[column]
      if field.text.isEmpty {
        if key.isRequired { return refused(.csvEmpty, number, field.column, ["name": key.name.chinese]) }
        continue
      }
      guard let value = CSVRows.value(of: field.text, for: key) else {
        return refused(.csvValue, number, field.column, ["name": key.name.chinese, "text": field.text])
      }
      values[column] = value
    }
    return .record(Record(kind: kind, values: values, file: file, line: number))
  }

  /// A field has no quotes to tell numbers from text by: whatever fits its key is meant.
  private static func value(of text: String, for key: Key) -> ScalarValue? {
    switch key.shape {
    case .scalar(let kind):
      for style in [Scalar.Style.doubleQuoted, .number, .literal] {
        if let value = kind.value(of: Scalar(text, style), in: .english) { return value }
      }
      // As tables write truth values.
      if text == "是" || text == "否" {
        return kind.value(of: Scalar(text == "是" ? "true" : "false", .literal), in: .english)
      }
      return nil
    case .choice(let choice):
      return choice.words.first { $0.english == text || $0.chinese == text }.map { .text($0.english) }
    default: return nil
    }
  }

  private func refused(_ finding: FindingKind, _ line: Int, _ column: Int, _ arguments: [String: String]) -> RecordLine
  {
    .refused(file: file, line: line, [CSVRows.problem(finding, file, line, column, arguments).finding])
  }

  private static func problem(
    _ kind: FindingKind, _ file: String, _ line: Int, _ column: Int, _ arguments: [String: String]
  ) -> CSVProblem {
    let place = Place(file: SourceFile(path: file, bytes: []), at: Position(line: line, column: column))
    return CSVProblem(finding: Finding(kind, at: place, arguments))
  }

  /// The fields of a row with the columns of their first characters; nil when quotes are not closed or stand elsewhere.
  private static func fields(of line: [UInt8]) -> [(text: String, column: Int)]? {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    var fields: [(text: String, column: Int)] = []
    var (field, start, column) = ("", 1, 0)
    var (isQuoted, wasQuoted) = (false, false)
    var previous: Character?
    for character in text {
      column += 1
      switch (character, isQuoted) {
      case ("\"", true): isQuoted = false
      case ("\"", false):
        if wasQuoted, previous == "\"" {
          field.append("\"")
        } else if !field.isEmpty || wasQuoted {
          return nil
        }
        (isQuoted, wasQuoted) = (true, true)
      case (",", false):
        fields.append((field, start))
        (field, start, wasQuoted) = ("", column + 1, false)
      default:
        if wasQuoted, !isQuoted { return nil }
        field.append(character)
      }
      previous = character
    }
    if isQuoted { return nil }
    fields.append((field, start))
    return fields
  }
}

/// Something that is wrong with a CSV file.
struct CSVProblem: Error {
  let finding: Finding
}
