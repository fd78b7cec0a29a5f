import Findings
import Format
import PolicyReading
import SourceTree
import Values

/// Writes the last day in force into a file and leaves every other byte as it is.
struct InForceEdit {
  private let version: VersionFile
  private let from: Node
  private let to: Node?
  private let span: Node
  /// What the file calls the last day.
  private let key: String

  /// Nil when the file does not tell its first day.
  init?(_ version: VersionFile) {
    guard let span = version.node(at: "in_force"), let from = version.node(at: "in_force", "from"),
      let key = FormatWords.name(at: ["in_force", "to"])
    else { return nil }
    self.version = version
    self.span = span
    self.from = from
    self.key = key.text(in: version.vocabulary)
    to = version.node(at: "in_force", "to")
  }

  /// The last day that the file tells.
  var lastDay: CivilDate? { to?.scalar.flatMap { CivilDate($0.text) } }

  func ending(on day: CivilDate) -> [UInt8] {
    let file = version.file
    let value = "\"\(day)\""
    if let to { return replacing(offset(to.place.start)..<offset(to.place.end), with: value) }
    let start = offset(span.place.start)
    if file.bytes[start] == UInt8(ascii: "{") {
      let end = offset(from.place.end)
      return replacing(end..<end, with: ", \(key): \(value)")
    }
    // After the whole line, which may end with a comment.
    let end = offset(
      Position(line: from.place.end.line, column: file.line(from.place.end.line).unicodeScalars.count + 1))
    let indent = String(repeating: " ", count: span.place.start.column - 1)
    return replacing(end..<end, with: "\n\(indent)\(key): \(value)")
  }

  private func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
    let bytes = version.file.bytes
    return Array(bytes[..<range.lowerBound]) + Array(text.utf8) + Array(bytes[range.upperBound...])
  }

  private func offset(_ position: Position) -> Int {
    let bytes = version.file.bytes
    var offset = 0
    var line = 1
    while line < position.line, offset < bytes.count {
      if bytes[offset] == 0x0A { line += 1 }
      offset += 1
    }
    var column = 1
    // A continuation byte (10xxxxxx) does not begin a character.
    while offset < bytes.count, column < position.column || bytes[offset] & 0xC0 == 0x80 {
      offset += 1
      if offset < bytes.count, bytes[offset] & 0xC0 != 0x80 { column += 1 }
    }
    return offset
  }
}
