import Findings
import SourceTree

/// A comment of a file.
struct Comment {
  /// With its `#`, without blanks after it.
  let text: String
  let position: Position
  /// Nothing else stands on its line.
  let isAlone: Bool
}

/// Finds what a tree does not hold of its text: comments, and signs that have no place in the canonical layout.
struct CommentScan {
  private(set) var comments: [Comment] = []
  /// Where something stands that is neither a value, nor structure, nor a comment: an anchor or a directive.
  private(set) var strange: Position?

  init(_ file: SourceFile, root: Node) {
    var values: [Int: [Range<Int>]] = [:]
    Self.collect(root, file, into: &values)
    for line in 1...max(1, file.lineCount) {
      let text = Array(file.line(line).unicodeScalars)
      scan(text, line: line, values: values[line] ?? [])
    }
  }

  /// The columns that values take on each line, counted from 0.
  private static func collect(_ node: Node, _ file: SourceFile, into values: inout [Int: [Range<Int>]]) {
    switch node.content {
    case .scalar(let scalar): collect(scalar, node.place, file, into: &values)
    case .sequence(let items): for item in items { collect(item, file, into: &values) }
    case .mapping(let entries):
      for entry in entries {
        collect(entry.key, file, into: &values)
        collect(entry.value, file, into: &values)
      }
    }
  }

  private static func collect(
    _ scalar: Scalar, _ place: Place, _ file: SourceFile, into values: inout [Int: [Range<Int>]]
  ) {
    for line in place.start.line...place.end.line {
      var start = line == place.start.line ? place.start.column - 1 : 0
      var end = line == place.end.line ? place.end.column - 1 : Int.max
      if scalar.style == .block, line == place.start.line {
        // After the mark a comment may stand.
        let marks = file.line(line).unicodeScalars.dropFirst(start).prefix {
          "|>+-0123456789".unicodeScalars.contains($0)
        }
        end = start + marks.count
      }
      if end < start { (start, end) = (end, start) }
      values[line, default: []].append(start..<end)
    }
  }

  private mutating func scan(_ text: [Unicode.Scalar], line: Int, values: [Range<Int>]) {
    var offset = 0
    var isAlone = true
    while offset < text.count {
      if let value = values.first(where: { $0.contains(offset) }) {
        isAlone = false
        offset = value.upperBound
        continue
      }
      let sign = text[offset]
      if sign == "#", offset == 0 || text[offset - 1] == " " || text[offset - 1] == "\t" || !isAlone {
        var end = text.count
        while end > offset, text[end - 1] == " " || text[end - 1] == "\t" { end -= 1 }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: text[offset..<end])
        comments.append(
          Comment(text: String(words), position: Position(line: line, column: offset + 1), isAlone: isAlone))
        return
      }
      if sign != " " {
        let isStructure = "-:,[]{}?".unicodeScalars.contains(sign)
        if !isStructure { strange = strange ?? Position(line: line, column: offset + 1) }
        isAlone = false
      }
      offset += 1
    }
  }
}
