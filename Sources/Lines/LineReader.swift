/// Reads a file or standard input line by line in bounded memory.
package struct LineReader: ~Copyable {
  /// A line, or that it was too long to keep.
  package enum Line {
    case text([UInt8])
    case tooLong
    /// Reading failed; what comes after is lost.
    case failed
  }

  /// The longest line in bytes.
  package static let limit = LineBlockReader.limit

  private var blocks: LineBlockReader
  private var block = LineBlock()
  private var cursor = LineCursor()
  private var isAtEnd = false

  /// `-` is standard input. Nil when the file cannot be opened.
  package init?(path: String) {
    guard let blocks = LineBlockReader(path: path) else { return nil }
    self.blocks = blocks
  }

  /// The next line without its end; nil after the last. A last line without a line end counts, an empty rest does not.
  package mutating func next() -> Line? {
    while !isAtEnd {
      if let line = nextOfBlock() { return line }
      cursor = LineCursor()
      isAtEnd = !blocks.fill(&block)
      if isAtEnd, blocks.hasFailed { return .failed }
    }
    return nil
  }

  private mutating func nextOfBlock() -> Line? {
    let found = block.bytes.withUnsafeBytes { cursor.next(in: UnsafeRawBufferPointer(rebasing: $0[..<block.count])) }
    guard let found else { return nil }
    return cursor.length > block.limit ? .tooLong : .text(Array(block.bytes[found]))
  }
}

extension LineReader {
  /// All of a file; nil when it cannot be read.
  package static func wholeFile(_ path: String) -> [UInt8]? {
    guard var reader = LineReader(path: path) else { return nil }
    var bytes: [UInt8] = []
    while let line = reader.next() {
      guard case .text(let text) = line else { return nil }
      bytes += text + [0x0A]
    }
    return bytes
  }
}
