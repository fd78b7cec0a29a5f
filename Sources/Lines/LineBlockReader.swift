import Glibc

/// Reads a file or standard input in blocks of whole lines, in bounded memory.
///
/// A block is what one reading brings, cut after its last line end: what has come waits for nothing. Only a line that goes on
/// takes further readings. Of a line that is too long no more is kept than shows that it is.
package struct LineBlockReader: ~Copyable {
  /// Bytes of a reading, and of a block unless a line is longer.
  package static let size = 256 << 10
  /// Lines of a block, so that many short ones do not make many answers at once.
  package static let mostLines = 4096
  /// No claim is longer; what is gets an error record instead of memory.
  package static let limit = 16 << 20

  private let descriptor: Int32
  private let size: Int
  private let limit: Int
  private let mostLines: Int
  /// The beginning of the line that the last block's end cut off.
  private var rest: [UInt8] = []
  private var linesRead = 0
  private var isAtEnd = false
  /// Whether reading failed; what comes after is lost.
  package private(set) var hasFailed = false

  /// `-` is standard input. Nil when the file cannot be opened.
  ///
  /// - Parameters:
  ///   - size: bytes of a reading, at least 1.
  ///   - limit: bytes of the longest line, without its end.
  ///   - mostLines: of a block, at least 1.
  package init?(
    path: String, size: Int = LineBlockReader.size, limit: Int = LineBlockReader.limit,
    mostLines: Int = LineBlockReader.mostLines
  ) {
    if path == "-" {
      descriptor = 0
    } else {
      let opened = open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { return nil }
      descriptor = opened
    }
    self.size = max(size, 1)
    self.limit = limit
    self.mostLines = max(mostLines, 1)
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// Replaces a block by the next one, in its memory; false after the last, and when reading failed.
  package mutating func fill(_ block: inout LineBlock) -> Bool {
    guard !isAtEnd else { return false }
    begin(&block)
    var start = 0
    while true {
      if let end = endOfLastLine(in: block, from: start) {
        cut(&block, at: end)
        return true
      }
      block.count = min(block.count, limit + 1)
      start = block.count
      guard read(into: &block) else { return finish(&block) }
    }
  }

  private mutating func begin(_ block: inout LineBlock) {
    // What a long line needed is given back.
    if block.bytes.count > 4 * size { block.bytes = [] }
    block.limit = limit
    block.count = rest.count
    makeRoom(in: &block)
    block.bytes.replaceSubrange(..<rest.count, with: rest)
    rest.removeAll(keepingCapacity: rest.count <= size)
  }

  private func makeRoom(in block: inout LineBlock) {
    let wanted = block.count + size
    guard block.bytes.count < wanted else { return }
    // Twice as much each time, so that a long line is not moved for each of its pieces.
    block.bytes.append(contentsOf: repeatElement(0, count: max(wanted, 2 * block.bytes.count) - block.bytes.count))
  }

  /// Appends what one reading brings; false at the end and when it failed.
  private mutating func read(into block: inout LineBlock) -> Bool {
    makeRoom(in: &block)
    while true {
      let (from, most) = (block.count, size)
      let count = block.bytes.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { Glibc.read(descriptor, $0 + from, most) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      hasFailed = count < 0
      block.count += max(count, 0)
      return count > 0
    }
  }

  /// A last line without a line end counts, an empty rest does not; a line whose reading failed is lost.
  private mutating func finish(_ block: inout LineBlock) -> Bool {
    isAtEnd = true
    guard !hasFailed, block.count > 0 else { return false }
    number(&block, lines: 1)
    return true
  }

  private func endOfLastLine(in block: LineBlock, from start: Int) -> Int? {
    block.bytes.withUnsafeBytes { bytes in bytes[start..<block.count].lastIndex(of: 0x0A).map { $0 + 1 } }
  }

  /// Keeps what is behind the end of the last line for the next block.
  private mutating func cut(_ block: inout LineBlock, at endOfLastLine: Int) {
    var (end, lines) = (endOfLastLine, 0)
    block.bytes.withUnsafeBytes { bytes in
      for byte in bytes[..<end] where byte == 0x0A { lines &+= 1 }
      guard lines > mostLines else { return }
      var cursor = LineCursor()
      for _ in 0..<mostLines { _ = cursor.next(in: bytes) }
      (end, lines) = (cursor.start, mostLines)
    }
    rest.append(contentsOf: block.bytes[end..<block.count])
    block.count = end
    number(&block, lines: lines)
  }

  private mutating func number(_ block: inout LineBlock, lines: Int) {
    block.linesBefore = linesRead
    block.lines = lines
    linesRead += lines
  }
}
