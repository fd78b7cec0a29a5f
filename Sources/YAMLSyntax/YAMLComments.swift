import Findings
import Glibc
import SourceTree

/// A comment of a YAML text.
package struct YAMLComment: Sendable {
  /// What follows the `#`.
  package let text: String
  /// From the `#` to the end of the line.
  package let place: Place
  /// The line it is about: its own, or, where it stands alone, the next one that holds more than a comment. An empty
  /// line in between ends its reach; then it is its own line.
  package let subject: Int
}

package enum YAMLComments {
  /// The comments of a file that pass a first look at their text. Text inside values is no comment, however it looks.
  ///
  /// - Parameter mayBegin: whether the first byte after `#` and blanks may be that of one that passes.
  package static func read(
    _ file: SourceFile, mayBegin: (UInt8) -> Bool, where looksRight: (Substring) -> Bool
  ) -> [YAMLComment] {
    guard mayHold(file, mayBegin, looksRight) else { return [] }
    let text = CleanText(file: file, bytes: file.bytes, map: TextMap(file.bytes))
    let found = (1...text.lineCount).compactMap { comment(onLine: $0, of: text) }
      .filter { looksRight($0.text[...]) }
    guard !found.isEmpty, let root = YAMLReader.read(file).root else { return [] }
    // The lexer guesses; the tree knows what is a value.
    var values: [Place] = []
    collectScalars(root, into: &values)
    values.sort { $0.start < $1.start }
    return found.filter { !isInside($0.place.start, oneOf: values) }
  }

  /// Values do not overlap, so only the last one that begins before the position can hold it.
  private static func isInside(_ position: Position, oneOf values: [Place]) -> Bool {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 && position < values[low - 1].end
  }

  /// So much of a comment decides whether it looks right.
  private static let firstLook = 96

  /// Most files have no such comment; they are not looked at any further.
  private static func mayHold(
    _ file: SourceFile, _ mayBegin: (UInt8) -> Bool, _ looksRight: (Substring) -> Bool
  ) -> Bool {
    guard file.bytes.count <= YAMLReader.Limits().bytes else { return false }
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      var next = 0
      while let hash = memchr(start + next, Int32(Ascii.hash), bytes.count - next) {
        let offset = UnsafeRawPointer(hash) - UnsafeRawPointer(start)
        next = offset + 1
        guard let first = bytes[next...].first(where: { !Ascii.isBlank($0) && $0 != Ascii.hash }), mayBegin(first)
        else { continue }
        let line = bytes[next...].prefix(firstLook).prefix { $0 != Ascii.newline }
        if looksRight(String(decoding: line, as: UTF8.self)[...]) { return true }
      }
      return false
    }
  }

  private static func comment(onLine line: Int, of text: CleanText) -> YAMLComment? {
    let range = text.range(ofLine: line)
    guard let start = range.first(where: { text.classes[$0] == .comment }) else { return nil }
    return YAMLComment(
      text: text.string((start + 1)..<range.upperBound),
      place: Place(
        file: text.file, start: text.position(ofByte: start, inLine: line), end: text.end(ofLine: line)),
      subject: isAlone(line, in: text) ? subject(after: line, in: text) : line)
  }

  private static func isAlone(_ line: Int, in text: CleanText) -> Bool {
    text.range(ofLine: line).first { text.bytes[$0] != Ascii.space }.map { text.classes[$0] == .comment } ?? false
  }

  private static func subject(after comment: Int, in text: CleanText) -> Int {
    var line = comment + 1
    while line <= text.lineCount, isAlone(line, in: text) { line += 1 }
    return line > text.lineCount || text.isBlank(line: line) ? comment : line
  }

  private static func collectScalars(_ node: Node, into places: inout [Place]) {
    switch node.content {
    case .scalar: places.append(node.place)
    case .sequence(let items): for item in items { collectScalars(item, into: &places) }
    case .mapping(let entries):
      for entry in entries {
        places.append(entry.key.place)
        collectScalars(entry.value, into: &places)
      }
    }
  }
}
