import Findings

/// Writes pieces as text: in brackets what is short and simple enough, over several lines the rest.
struct Printer {
  /// Terminal cells; Chinese characters take two.
  private static let width = 120
  /// Braces inside each other on one line.
  private static let height = 3

  /// The text of a whole file.
  static func text(of root: Piece, header: [String]) -> String {
    // Above the first key they are the file's, as the next reader will see it.
    var root = root
    var lines = header + root.takeFirstComments()
    var before: Int?
    for part in parts(of: root, indent: 0) {
      // A section stands apart from what is around it; short entries one below the other do not.
      if let before, before > 1 || part.count > 1 { lines.append("") }
      lines += part
      before = part.count
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a collection, each entry or item by itself; comments after the last part are a part too.
  private static func parts(of piece: Piece, indent: Int) -> [[String]] {
    switch piece {
    case .text(let text): [[spaces(indent) + text.onLine]]
    case .mapping(let entries, let collection):
      entries.map { lines(of: $0, indent: indent) } + comments(collection.foot, indent)
    case .sequence(let items, let collection):
      items.map { lines(of: $0, indent: indent) } + comments(collection.foot, indent)
    }
  }

  private static func comments(_ comments: [String], _ indent: Int) -> [[String]] {
    comments.isEmpty ? [] : [comments.map { spaces(indent) + $0 }]
  }

  private static func lines(of entry: PieceEntry, indent: Int) -> [String] {
    var leading = entry.comments.leading
    let trailing = entry.comments.trailing.map { "  " + $0 } ?? ""
    let start = spaces(indent) + entry.key.onLine + ":"
    var lines: [String]
    switch entry.value {
    case .text(let text):
      if let block = text.blockLines {
        lines = [start + " " + block.mark + trailing] + indented(block.lines, indent + 2)
      } else {
        lines = [start + " " + text.onLine + trailing]
      }
    case .mapping(_, let collection), .sequence(_, let collection):
      if fits(entry.value, after: start.displayWidth + 1) {
        if entry.value.isEmptyCollection { leading += collection.foot }
        lines = [start + " " + entry.value.inBrackets + trailing]
      } else {
        lines = [start + trailing] + parts(of: entry.value, indent: indent + 2).flatMap { $0 }
      }
    }
    return leading.map { spaces(indent) + $0 } + lines
  }

  private static func lines(of item: PieceItem, indent: Int) -> [String] {
    var comments = item.comments
    var value = item.value
    let trailing = comments.trailing.map { "  " + $0 } ?? ""
    var lines: [String]
    switch value {
    case .text(let text):
      if let block = text.blockLines {
        lines = [spaces(indent) + "- " + block.mark + trailing] + indented(block.lines, indent + 2)
      } else {
        lines = [spaces(indent) + "- " + text.onLine + trailing]
      }
    case .mapping(_, let collection), .sequence(_, let collection):
      // Nothing stands between the dash and the first key: a comment there is the item's, and does not keep it open.
      comments.leading += value.takeFirstComments()
      if fits(value, after: indent + 2) {
        if value.isEmptyCollection { comments.leading += collection.foot }
        lines = [spaces(indent) + "- " + value.inBrackets]
      } else {
        lines = parts(of: value, indent: indent + 2).flatMap { $0 }
        lines[0] = spaces(indent) + "- " + lines[0].dropFirst(indent + 2)
      }
    }
    return comments.leading.map { spaces(indent) + $0 } + lines
  }

  private static func fits(_ piece: Piece, after column: Int) -> Bool {
    if piece.isEmptyCollection { return true }
    return !piece.needsLines && piece.height <= height && column + piece.inBrackets.displayWidth <= width
  }

  private static func indented(_ lines: [String], _ indent: Int) -> [String] {
    lines.map { $0.isEmpty ? "" : spaces(indent) + $0 }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Piece {
  /// Takes away the comments above the first part, at any depth that begins on the same line.
  fileprivate mutating func takeFirstComments() -> [String] {
    switch self {
    case .text: return []
    case .mapping(var entries, let collection):
      guard !entries.isEmpty else { return [] }
      let taken = entries[0].comments.leading
      entries[0].comments.leading = []
      self = .mapping(entries, collection)
      return taken
    case .sequence(var items, let collection):
      guard !items.isEmpty else { return [] }
      let taken = items[0].comments.leading + items[0].value.takeFirstComments()
      items[0].comments.leading = []
      self = .sequence(items, collection)
      return taken
    }
  }
}
