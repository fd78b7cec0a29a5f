import Glibc

/// The bytes of one input and where its lines begin; what findings quote from.
package final class SourceFile: Sendable {
  /// The path as the user named it; `-` for standard input.
  package let path: String
  /// Where it counts as lying: its path, or, for a file that is tried in place of another one, that one's.
  package let standsAt: String
  package let bytes: [UInt8]
  /// Offsets of the lines' first bytes.
  package let lineStarts: [Int]

  package init(path: String, standsAt: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.standsAt = standsAt ?? path
    self.bytes = bytes
    lineStarts = SourceFile.lineStarts(of: bytes)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress else { return }
      var offset = 0
      while let end = memchr(first + offset, 0x0A, bytes.count - offset) {
        offset = UnsafeRawPointer(end) - first + 1
        starts.append(offset)
      }
    }
    return starts
  }

  package var lineCount: Int { lineStarts.count }

  /// The text of a line, counted from 1, without its line end; empty when there is no such line.
  package func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line and column, both from 1 and the column in characters, of a byte offset.
  package func position(ofByte offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    // A continuation byte (10xxxxxx) does not begin a character.
    let column = bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return Position(line: low + 1, column: column + 1)
  }
}

/// A line and a column, both counted from 1; columns count characters (Unicode scalars), not bytes.
package struct Position: Hashable, Comparable, Sendable {
  // Every value that was read has four of these.
  private let shortLine: Int32
  private let shortColumn: Int32

  package var line: Int { Int(shortLine) }
  package var column: Int { Int(shortColumn) }

  package init(line: Int, column: Int) {
    shortLine = Int32(clamping: line)
    shortColumn = Int32(clamping: column)
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where something stands: a stretch of a file, and inside JSON also a pointer (RFC 6901).
package struct Place: Sendable {
  package let file: SourceFile
  package let start: Position
  /// The position just after the last character.
  package let end: Position
  package var pointer: String? { pointerText?.text }
  private let pointerText: PointerText?

  /// Few places have one, and all are passed on a lot.
  private final class PointerText: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
  }

  package init(file: SourceFile, start: Position, end: Position, pointer: String? = nil) {
    self.file = file
    self.start = start
    self.end = max(start, end)
    pointerText = pointer.map(PointerText.init)
  }

  /// A place that is one character wide.
  package init(file: SourceFile, at position: Position, pointer: String? = nil) {
    self.init(
      file: file, start: position, end: Position(line: position.line, column: position.column + 1), pointer: pointer)
  }
}
