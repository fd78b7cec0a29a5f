/// A part of a file as it will be written: its text or its parts, in canonical order, with the comments that stand with
/// them.
indirect enum Piece {
  case text(ScalarText)
  case mapping([PieceEntry], Collection)
  case sequence([PieceItem], Collection)

  /// What is said of a collection as a whole.
  struct Collection {
    /// Always over several lines, however short it is.
    var isOpen: Bool
    /// Comments after the last part.
    var foot: [String] = []
  }
}

struct PieceEntry {
  let key: ScalarText
  var value: Piece
  var comments: PieceComments
}

struct PieceItem {
  var value: Piece
  var comments: PieceComments
}

/// The comments of an entry or item.
struct PieceComments {
  /// On lines of their own, above.
  var leading: [String] = []
  /// At the end of its line.
  var trailing: String?

  var isEmpty: Bool { leading.isEmpty && trailing == nil }
}

extension Piece {
  /// The number of collections inside each other; lists of single values do not count.
  var height: Int {
    switch self {
    case .text: 0
    case .mapping(let entries, _): 1 + (entries.map(\.value.height).max() ?? 0)
    case .sequence(let items, _): items.map(\.value.height).max() ?? 0
    }
  }

  /// Lets a collection always take several lines.
  mutating func open() {
    switch self {
    case .text: break
    case .mapping(let entries, var collection):
      collection.isOpen = true
      self = .mapping(entries, collection)
    case .sequence(let items, var collection):
      collection.isOpen = true
      self = .sequence(items, collection)
    }
  }

  var isEmptyCollection: Bool {
    switch self {
    case .text: false
    case .mapping(let entries, _): entries.isEmpty
    case .sequence(let items, _): items.isEmpty
    }
  }

  /// Something in it needs lines of its own: a comment, a text of several lines, a part that is always open.
  var needsLines: Bool {
    switch self {
    case .text(let text): return text.isSeveralLines
    case .mapping(let entries, let collection):
      if entries.isEmpty { return false }
      return collection.isOpen || !collection.foot.isEmpty
        || entries.contains { !$0.comments.isEmpty || $0.value.needsLines }
    case .sequence(let items, let collection):
      if items.isEmpty { return false }
      return collection.isOpen || !collection.foot.isEmpty
        || items.contains { !$0.comments.isEmpty || $0.value.needsLines }
    }
  }

  /// The text in brackets, on one line.
  var inBrackets: String {
    switch self {
    case .text(let text): text.inBrackets
    case .mapping(let entries, _):
      "{" + entries.map { "\($0.key.inBrackets): \($0.value.inBrackets)" }.joined(separator: ", ") + "}"
    case .sequence(let items, _): "[" + items.map(\.value.inBrackets).joined(separator: ", ") + "]"
    }
  }
}
