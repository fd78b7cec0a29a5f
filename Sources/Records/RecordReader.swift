import Findings
import Format
import JSONSyntax
import Lines
import SourceTree

/// Reads flat records of a kind.
package struct RecordReader {
  package let kind: RecordKind

  package init(_ kind: RecordKind) { self.kind = kind }

  /// Hands over each record of a source, or what is wrong with its line. Of answers with several tables only the lines
  /// of the kind's own are read.
  ///
  /// - Returns: false when the source cannot be opened, or not to its end.
  package func forEach<Failure: Error>(
    of source: RecordSource, _ body: (RecordLine) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    switch source {
    case .text(let name, let bytes):
      for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      where !line.isEmpty {
        if let found = read(Array(line), of: name, number: index + 1) { try body(found) }
      }
      return true
    case .file(let path):
      guard var lines = LineReader(path: path) else { return false }
      var number = 0
      var rows: CSVRows?
      while let line = lines.next() {
        number += 1
        guard case .text(let bytes) = line else { return false }
        if source.isCSV {
          if let rows {
            try body(rows.read(bytes, number: number))
            continue
          }
          switch CSVRows.header(bytes, of: kind, file: path) {
          case .success(let header): rows = header
          case .failure(let problem):
            // Without names no row means anything.
            try body(.refused(file: path, line: number, [problem.finding]))
            return true
          }
          continue
        }
        if let found = read(bytes, of: path, number: number) { try body(found) }
      }
      return true
    }
  }

  /// One line of JSON; nil for one of another table.
  package func read(_ bytes: [UInt8], of file: String, number: Int) -> RecordLine? {
    if let values = PlainLine.values(of: kind, in: bytes) {
      return .record(Record(kind: kind, values: values, file: file, line: number))
    }
    let collector = FindingCollector()
    let source = SourceFile(path: file, bytes: bytes)
    guard let node = JSONReader.read(source, firstLine: number, collector: collector) else {
      return .refused(file: file, line: number, collector.findings)
    }
    guard let node = own(node) else { return nil }
    let reading = ShapeReader(vocabulary: .english, collector: collector).read(node, as: .record(kind.shape))
    if collector.hasErrors { return .refused(file: file, line: number, collector.findings) }
    let values = kind.keys.map { key -> ScalarValue? in
      guard let value = reading[key.name.english] else { return nil }
      return value.scalar ?? value.word.map { .text($0) }
    }
    return .record(Record(kind: kind, values: values, file: file, line: number))
  }

  /// The record without the name of its table; nil when that is another one.
  private func own(_ node: Node) -> Node? {
    guard kind.index(of: AnswerRecord.table) == nil, let table = node[AnswerRecord.table] else { return node }
    guard table.scalar?.text == kind.name.english else { return nil }
    let entries = (node.entries ?? []).filter { $0.key.scalar?.text != AnswerRecord.table }
    return Node(.mapping(entries), at: node.place)
  }
}

/// What reading a line gave.
package enum RecordLine: Sendable {
  case record(Record)
  case refused(file: String, line: Int, [Finding])

  /// Of the line, from 1.
  package var number: Int {
    switch self {
    case .record(let record): record.line
    case .refused(_, let line, _): line
    }
  }
}
