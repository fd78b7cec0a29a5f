import Findings
import Format
import Lines
import SourceTree

/// Reads the rows of a CSV file (RFC 4180) as records: the first row names the columns, in English or in Chinese; an
/// empty field is nothing.
struct CSVRows {
  /// The most lines that a row with line ends in its fields may have.
  static let mostLines = 64

  private let kind: RecordKind
  private let file: String
  /// For each column the key that it holds.
  private let columns: [Int]
  private var fields = CSVFields()
  /// Lines that were read ahead for a row that turned out not to go on, the next one last.
  private var ahead: [(bytes: [UInt8], number: Int)] = []
  /// Whether reading ahead met a line that could not be read.
  private var isCutShort = false

  /// What the first row is, or what is wrong with it.
  static func header(_ line: [UInt8], of kind: RecordKind, file: String) -> Result<CSVRows, Finding> {
    // A byte-order mark is no part of the first name.
    let bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    func problem(_ finding: FindingKind, _ offset: Int, _ arguments: [String: String] = [:]) -> Finding {
      let source = SourceFile(path: file, bytes: bytes)
      return Finding(finding, at: Place(file: source, at: source.position(ofByte: offset)), arguments)
    }
    var fields = CSVFields()
    if let offset = bytes.withUnsafeBufferPointer({ fields.split($0) }) { return .failure(problem(.csvQuotes, offset)) }
    let names = kind.keys.flatMap { [$0.name.english, $0.name.chinese] }
    var columns: [Int] = []
    for field in fields.fields {
      let offset = field.range.lowerBound
      guard let name = bytes.withUnsafeBufferPointer({ CSVFields.text(field, of: $0) }) else {
        return .failure(problem(.csvQuotes, offset))
      }
      guard let index = kind.keys.firstIndex(where: { $0.name.english == name || $0.name.chinese == name }) else {
        return .failure(
          problem(.csvColumnUnknown, offset, ["name": name, "suggestion": suggestion(for: name, among: names)]))
      }
      if columns.contains(index) { return .failure(problem(.csvColumnTwice, offset, ["name": name])) }
      columns.append(index)
    }
    let missing = kind.keys.indices.filter { kind.keys[$0].isRequired && !columns.contains($0) }
    if !missing.isEmpty {
      let names = missing.map { "\(kind.keys[$0].name.chinese) \(kind.keys[$0].name.english)" }.joined(separator: "、")
      return .failure(problem(.csvColumnMissing, 0, ["names": names]))
    }
    return .success(CSVRows(kind: kind, file: file, columns: columns))
  }

  private init(kind: RecordKind, file: String, columns: [Int]) {
    self.kind = kind
    self.file = file
    self.columns = columns
  }

  /// Hands over each record, or what is wrong with its row; empty lines are nothing.
  ///
  /// - Returns: false when reading failed.
  mutating func forEach<Failure: Error>(
    of lines: inout SourceLines, _ body: (RecordLine) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    while let line = next(&lines) {
      if !line.bytes.isEmpty { try body(read(line.bytes, number: line.number, &lines)) }
    }
    return !isCutShort
  }

  private mutating func next(_ lines: inout SourceLines) -> (bytes: [UInt8], number: Int)? {
    if let line = ahead.popLast() { return line }
    guard !isCutShort, let line = lines.next() else { return nil }
    guard case .text(let bytes) = line else {
      isCutShort = true
      return nil
    }
    return (bytes, lines.number)
  }

  /// The row that begins with a line. When it cannot be read only its first line is refused: what follows may be rows.
  private mutating func read(_ first: [UInt8], number: Int, _ lines: inout SourceLines) -> RecordLine {
    var whole = first
    var taken: [(bytes: [UInt8], number: Int)] = []
    while CSVFields.isOpen(whole), CSVRows.mostLines > taken.count + 1, let line = next(&lines) {
      taken.append(line)
      whole.append(0x0A)
      whole += line.bytes
    }
    let outcome = row(whole, number: number)
    if case .refused = outcome { ahead += taken.reversed() }
    return outcome
  }

  private mutating func row(_ bytes: [UInt8], number: Int) -> RecordLine {
    if let offset = bytes.withUnsafeBufferPointer({ fields.split($0) }) {
      return refused(.csvQuotes, bytes, offset: offset, number)
    }
    guard fields.fields.count == columns.count else {
      return refused(
        .csvFields, bytes, offset: 0, number, ["found": "\(fields.fields.count)", "expected": "\(columns.count)"])
    }
    var values = [ScalarValue?](repeating: nil, count: kind.keys.count)
    for (field, column) in zip(fields.fields, columns) {
      if field.range.isEmpty {
        guard kind.keys[column].isRequired else { continue }
        return refused(
          .csvEmpty, bytes, offset: field.range.lowerBound, number, ["name": kind.keys[column].name.chinese])
      }
      guard let value = bytes.withUnsafeBufferPointer({ value(of: field, in: $0, column) }) else {
        return refused(field, bytes, column, number)
      }
      values[column] = value
    }
    return .record(Record(kind: kind, values: values, file: file, line: number))
  }

  private func value(of field: CSVFields.Field, in row: UnsafeBufferPointer<UInt8>, _ column: Int) -> ScalarValue? {
    if case .plain(let form) = kind.quick.entries[column].form, !field.hasDoubledQuotes,
      let value = form.value(of: UnsafeBufferPointer(rebasing: row[field.range]))
    {
      return value
    }
    return CSVFields.text(field, of: row).flatMap { CSVRows.value(of: $0, for: kind.keys[column]) }
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

  private func refused(_ field: CSVFields.Field, _ bytes: [UInt8], _ column: Int, _ number: Int) -> RecordLine {
    let offset = field.range.lowerBound
    guard let text = bytes.withUnsafeBufferPointer({ CSVFields.text(field, of: $0) }) else {
      return refused(.csvQuotes, bytes, offset: offset, number)
    }
    return refused(
      .csvValue, bytes, offset: offset, number, ["name": kind.keys[column].name.chinese, "text": text])
  }

  private func refused(
    _ finding: FindingKind, _ bytes: [UInt8], offset: Int, _ number: Int, _ arguments: [String: String] = [:]
  ) -> RecordLine {
    let source = SourceFile(path: file, bytes: bytes)
    let position = source.position(ofByte: offset)
    let place = Place(file: source, at: Position(line: position.line + number - 1, column: position.column))
    let collector = FindingCollector.forOneRequest()
    collector.report(finding, at: place, arguments)
    return .refused(file: file, line: number, collector.findings)
  }
}
