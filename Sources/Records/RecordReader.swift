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
  /// - Returns: false when the source cannot be opened, or not to its end; or when it is CSV and its first line does not
  ///   name the columns of the kind, which was then handed over as refused.
  package func forEach<Failure: Error>(
    of source: RecordSource, _ body: (RecordLine) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    guard var lines = SourceLines(source) else { return false }
    if source.isCSV { return try forEachRow(of: source, &lines, body) }
    while let line = lines.next() {
      guard case .text(let bytes) = line else { return false }
      if !bytes.isEmpty, let found = read(bytes, of: source.name, number: lines.number) { try body(found) }
    }
    return true
  }

  private func forEachRow<Failure: Error>(
    of source: RecordSource, _ lines: inout SourceLines, _ body: (RecordLine) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    guard case .text(let first) = lines.next() ?? .text([]) else { return false }
    switch CSVRows.header(first, of: kind, file: source.name) {
    case .success(var rows): return try rows.forEach(of: &lines, body)
    case .failure(let problem):
      // Without names no row means anything, and a side without rows would seem to lack everything.
      try body(.refused(file: source.name, line: 1, [problem]))
      return false
    }
  }

  /// One line of JSON; nil for one of another table.
  package func read(_ bytes: [UInt8], of file: String, number: Int) -> RecordLine? {
    if let values = bytes.withUnsafeBufferPointer({ QuickLine.values(of: $0, kind.quick) }) {
      return .record(Record(kind: kind, values: values, file: file, line: number))
    }
    return readGenerally(bytes, of: file, number: number)
  }

  /// The same for any line, with findings for what is wrong with it.
  func readGenerally(_ bytes: [UInt8], of file: String, number: Int) -> RecordLine? {
    let collector = FindingCollector.forOneRequest()
    let source = SourceFile(path: file, bytes: bytes)
    guard let node = JSONReader.read(source, firstLine: number, collector: collector) else {
      return .refused(file: file, line: number, collector.findings)
    }
    guard let node = own(node) else { return nil }
    let reading = ShapeReader(vocabulary: .english, collector: collector).read(node, as: .record(kind.shape))
    if collector.hasErrors {
      return .refused(file: file, line: number, collector.findings.map { $0.pointing(into: node) })
    }
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

extension Finding {
  /// The same with the JSON pointer of what it is about.
  fileprivate func pointing(into node: Node) -> Finding {
    guard let place, let pointer = node.pointer(to: place.start) else { return self }
    return Finding(
      kind, at: Place(file: place.file, start: place.start, end: place.end, pointer: pointer), related: related,
      arguments, witnesses: witnesses)
  }
}
