import Findings

/// Finds the bytes of a file that are not UTF-8.
enum UTF8Check {
  /// More runs than this say nothing new: the file is in another encoding or not a text.
  private static let mostRuns = 20

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func passes(_ file: SourceFile, log: FindingLog) -> Bool {
    if isPlain(file.bytes) { return true }
    let bytes = file.bytes
    var runs = 0
    var offset = 0
    while offset < bytes.count {
      if let length = characterLength(bytes, at: offset) {
        offset += length
        continue
      }
      let end = endOfRun(bytes, from: offset)
      runs += 1
      guard runs <= mostRuns else {
        log.report(.tooManyFindings, at: position(offset, in: file))
        return false
      }
      log.report(.invalidUTF8, at: place(offset..<end, in: file))
      offset = end
    }
    return runs == 0
  }

  /// Whether the bytes are UTF-8, as nearly always.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        if bytes[offset] < 0x80 {
          offset += 1
        } else if let length = characterLength(bytes, at: offset) {
          offset += length
        } else {
          return false
        }
      }
      return true
    }
  }

  /// The number of bytes of the character at an offset; nil when it is not well-formed (Unicode, table 3-7).
  static func characterLength(_ bytes: [UInt8], at offset: Int) -> Int? {
    bytes.withUnsafeBufferPointer { characterLength($0, at: offset) }
  }

  private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let first = bytes[offset]
    let second: ClosedRange<UInt8>
    let length: Int
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in (offset + 2)..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static func endOfRun(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, characterLength(bytes, at: end) == nil { end += 1 }
    return end
  }

  private static func place(_ range: Range<Int>, in file: SourceFile) -> Place {
    let start = position(range.lowerBound, in: file)
    let end = position(range.upperBound, in: file)
    let oneWide = Position(line: start.line, column: start.column + 1)
    return Place(file: file, start: start, end: max(end, oneWide))
  }

  /// A byte-order mark is not a character of the first line.
  private static func position(_ offset: Int, in file: SourceFile) -> Position {
    let position = file.position(ofByte: offset)
    guard position.line == 1, file.bytes.starts(with: byteOrderMark) else { return position }
    return Position(line: 1, column: max(1, position.column - 1))
  }
}
