import Lines

/// The lines of a source, one by one, without their ends.
struct SourceLines: ~Copyable {
  private var reader: LineReader?
  private var text: [UInt8] = []
  private var start = 0
  /// The number of the line that was handed over last, from 1.
  private(set) var number = 0

  /// Nil when the file cannot be opened.
  init?(_ source: RecordSource) {
    switch source {
    case .file(let path):
      guard let opened = LineReader(path: path) else { return nil }
      reader = consume opened
    case .text(_, let bytes):
      reader = nil
      text = bytes
    }
  }

  /// Nil after the last.
  mutating func next() -> LineReader.Line? {
    if reader == nil { return nextOfText() }
    guard let line = reader?.next() else { return nil }
    number += 1
    return line
  }

  private mutating func nextOfText() -> LineReader.Line? {
    guard start < text.count else { return nil }
    let end = text[start...].firstIndex(of: 0x0A) ?? text.count
    var line = text[start..<end]
    if line.last == 0x0D { line = line.dropLast() }
    start = end + 1
    number += 1
    return .text(Array(line))
  }
}
