import Findings
import SourceTree

/// With which part of a tree each comment stands.
struct CommentPlaces {
  /// Above the first entry: they belong to the file.
  private(set) var header: [String] = []
  private(set) var comments: [Address: PieceComments] = [:]
  /// After the last part of a collection.
  private(set) var foot: [Address: [String]] = [:]

  private let elements: [Element]
  private let collections: [CollectionSpan]

  init(_ found: [Comment], in elements: Elements) {
    self.elements = elements.elements
    collections = elements.collections
    for comment in found { place(comment) }
  }

  private mutating func place(_ comment: Comment) {
    if !comment.isAlone, let element = lastOnLine(before: comment.position) {
      if comments[element.address]?.trailing == nil {
        comments[element.address, default: PieceComments()].trailing = comment.text
      } else {
        comments[element.address]?.leading.append(comment.text)
      }
      return
    }
    if let brackets = collections.last(where: { $0.isFlow && $0.start < comment.position && comment.position < $0.end })
    {
      placeInside(brackets, comment)
    } else {
      placeAmongLines(comment)
    }
  }

  /// The element that ended or began last on the line; of several that did at the same place the innermost.
  private func lastOnLine(before position: Position) -> Element? {
    var best: (event: Position, element: Element)?
    for element in elements where element.start < position {
      for event in [element.start, element.end] where event.line == position.line && event <= position {
        if best.map({ event >= $0.event }) ?? true { best = (event, element) }
      }
    }
    return best?.element
  }

  private mutating func placeInside(_ brackets: CollectionSpan, _ comment: Comment) {
    let next = elements.first { element in
      element.start > comment.position && element.address.count == brackets.address.count + 1
        && element.address.starts(with: brackets.address)
    }
    if let next {
      comments[next.address, default: PieceComments()].leading.append(comment.text)
    } else {
      foot[brackets.address, default: []].append(comment.text)
    }
  }

  private mutating func placeAmongLines(_ comment: Comment) {
    let next = elements.first { $0.start > comment.position }
    if next?.address == [0] {
      header.append(comment.text)
      return
    }
    let nextColumn = next.map(column) ?? 0
    if comment.position.column > nextColumn, let ended = endedCollection(comment, deeperThan: nextColumn) {
      foot[ended.address, default: []].append(comment.text)
    } else if let next {
      comments[next.address, default: PieceComments()].leading.append(comment.text)
    } else {
      foot[[], default: []].append(comment.text)
    }
  }

  /// The column in which an element's line begins: of items that of their dash.
  private func column(of element: Element) -> Int {
    let parent = Array(element.address.dropLast())
    return collections.first { $0.address == parent }?.start.column ?? element.start.column
  }

  /// The innermost collection of lines that a comment below it is indented for.
  private func endedCollection(_ comment: Comment, deeperThan column: Int) -> CollectionSpan? {
    guard let previous = elements.last(where: { $0.start < comment.position }) else { return nil }
    return collections.last { collection in
      !collection.isFlow && previous.address.starts(with: collection.address)
        && previous.address.count > collection.address.count && collection.start.column <= comment.position.column
        && collection.start.column > column
    }
  }
}
