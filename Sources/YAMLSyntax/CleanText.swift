import Findings

/// The text of a file as the parser gets it: the same lines and columns, without what YAML does not allow.
struct CleanText {
  let file: SourceFile
  private(set) var bytes: [UInt8]
  private let map: TextMap

  /// - Parameter map: of these bytes as they were before something that YAML does not allow was taken out.
  init(file: SourceFile, bytes: [UInt8], map: TextMap) {
    self.file = file
    self.bytes = bytes
    self.map = map
  }

  /// What each byte belongs to.
  var classes: [CharacterClass] { map.classes }

  private var lineStarts: [Int] { map.lineStarts }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 1, without its line end.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
    return start..<end
  }

  func isBlank(line: Int) -> Bool {
    bytes[range(ofLine: line)].allSatisfy { $0 == Ascii.space }
  }

  var isBlank: Bool {
    bytes.allSatisfy { $0 == Ascii.space || $0 == Ascii.newline || $0 == Ascii.carriageReturn }
  }

  /// The position just after the last character of a line.
  func end(ofLine line: Int) -> Position {
    Position(line: line, column: characters(in: range(ofLine: line)) + 1)
  }

  func position(ofByte offset: Int, inLine line: Int) -> Position {
    let start = range(ofLine: line).lowerBound
    return Position(line: line, column: characters(in: start..<max(start, offset)) + 1)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Writes spaces over lines; false when they held nothing.
  mutating func blank(lines: ClosedRange<Int>) -> Bool {
    var changed = false
    for line in lines {
      for offset in range(ofLine: line) where bytes[offset] != Ascii.space {
        bytes[offset] = Ascii.space
        changed = true
      }
    }
    return changed
  }

  private func characters(in range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }
}

/// The ASCII characters that matter for the shape of a YAML text.
enum Ascii {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let hash = UInt8(ascii: "#")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func opensFlow(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") }
  static func closesFlow(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") }
}
