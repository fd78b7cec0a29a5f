import SourceTree

/// A path into a tree by the keys as written, joined by dots; items of lists by their `id` (or `use`) or number.
struct TreePath {
  let steps: [String]

  /// Two dots in a row belong to a range, `cases.0..59.tertiary`.
  init(_ text: String) {
    let dot = UInt8(ascii: ".")
    let bytes = Array(text.utf8)
    var steps: [String] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] != dot {
        offset += 1
      } else if offset + 1 < bytes.count, bytes[offset + 1] == dot {
        offset += 2
      } else {
        steps.append(String(decoding: bytes[start..<offset], as: UTF8.self))
        offset += 1
        start = offset
      }
    }
    steps.append(String(decoding: bytes[start...], as: UTF8.self))
    self.steps = steps
  }

  func find(in root: Node) -> Node? {
    var node = root
    for step in steps {
      guard let next = TreePath.child(step, of: node) else { return nil }
      node = next.node
    }
    return node
  }

  /// The tree with the node at the path replaced; nil when there is no such path.
  func replacing(in root: Node, with replacement: Node) -> Node? {
    replacing(steps[...], in: root, with: replacement)
  }

  private func replacing(_ steps: ArraySlice<String>, in node: Node, with replacement: Node) -> Node? {
    guard let step = steps.first else { return replacement }
    guard let child = TreePath.child(step, of: node),
      let changed = replacing(steps.dropFirst(), in: child.node, with: replacement)
    else { return nil }
    switch node.content {
    case .mapping(var entries):
      entries[child.index].value = changed
      return Node(.mapping(entries), at: node.place)
    case .sequence(var items):
      items[child.index] = changed
      return Node(.sequence(items), at: node.place)
    case .scalar: return nil
    }
  }

  private static func child(_ step: String, of node: Node) -> (index: Int, node: Node)? {
    switch node.content {
    case .mapping(let entries):
      return entries.firstIndex { $0.key.isText(step) }.map { ($0, entries[$0].value) }
    case .sequence(let items):
      func name(of item: Node) -> String? {
        ["id", "代号", "use", "用"].lazy.compactMap { item[$0]?.scalar?.text }.first
      }
      if let named = items.firstIndex(where: { name(of: $0) == step }) { return (named, items[named]) }
      // Items with a name go by it alone, so that each value has one path.
      guard let number = Int(step), items.indices.contains(number - 1), name(of: items[number - 1]) == nil else {
        return nil
      }
      return (number - 1, items[number - 1])
    case .scalar: return nil
    }
  }
}
