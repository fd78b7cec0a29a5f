import Glibc

/// Whole lines as they lie one after the other in a file; the last one of the file may lack its end.
package struct LineBlock: Sendable {
  /// A line without its end.
  package enum Line {
    case text(UnsafeRawBufferPointer)
    /// What was kept of it is worth nothing.
    case tooLong
  }

  /// Only the first `count` bytes are the block's, the rest is room to read into.
  var bytes: [UInt8] = []
  var count = 0
  /// Lines longer than this many bytes are too long.
  var limit = Int.max
  /// How many lines of the file come before the block's first.
  package internal(set) var linesBefore = 0
  /// How many lines it has.
  package internal(set) var lines = 0

  /// Empty; `LineBlockReader` fills it.
  package init() {}

  /// Hands over each line with its number in the file, from 1. The bytes are there only during the call.
  package func forEachLine(_ body: (Line, Int) -> Void) {
    bytes.withUnsafeBytes { all in
      let bytes = UnsafeRawBufferPointer(rebasing: all[..<count])
      var cursor = LineCursor()
      var number = linesBefore
      while let line = cursor.next(in: bytes) {
        number += 1
        body(cursor.length > limit ? .tooLong : .text(UnsafeRawBufferPointer(rebasing: bytes[line])), number)
      }
    }
  }
}

/// Goes from line to line.
struct LineCursor {
  private(set) var start = 0
  /// How long the last line was, without its line feed.
  private(set) var length = 0

  /// Where the next line is, without its end, which is a line feed or a carriage return and a line feed; nil after the last.
  mutating func next(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    let found = memchr(base + start, 0x0A, bytes.count - start)
    let end = found.map { UnsafeRawPointer($0) - base } ?? bytes.count
    let line = start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
    length = end - start
    start = end + 1
    return line
  }
}
