import Findings
import SourceTree

/// Which part of a tree: the numbers of the entries and items that lead to it.
typealias Address = [Int]

/// An entry or item of a tree, as comments see it.
struct Element {
  let address: Address
  let start: Position
  let end: Position
}

/// A collection of a tree; its address is that of the element whose value it is, empty for the root.
struct CollectionSpan {
  let address: Address
  let start: Position
  let end: Position
  /// Written in brackets.
  let isFlow: Bool
}

/// All elements and collections of a tree, in the order of the text, outer ones before inner ones.
struct Elements {
  private(set) var elements: [Element] = []
  private(set) var collections: [CollectionSpan] = []

  init(_ root: Node, file: SourceFile) {
    collect(root, at: [], file)
  }

  private mutating func collect(_ node: Node, at address: Address, _ file: SourceFile) {
    if node.scalar != nil { return }
    let sign = file.line(node.place.start.line).unicodeScalars.dropFirst(node.place.start.column - 1).first
    collections.append(
      CollectionSpan(
        address: address, start: node.place.start, end: node.place.end, isFlow: sign == "{" || sign == "["))
    for (index, entry) in (node.entries ?? []).enumerated() {
      let start = entry.key.place.start
      elements.append(
        Element(address: address + [index], start: start, end: max(entry.key.place.end, entry.value.place.end)))
      collect(entry.value, at: address + [index], file)
    }
    for (index, item) in (node.items ?? []).enumerated() {
      elements.append(Element(address: address + [index], start: item.place.start, end: item.place.end))
      collect(item, at: address + [index], file)
    }
  }
}
