import Findings
import Format
import SourceTree
import TestSupport

@testable import Layout

/// Writes a canonical file in another way that means the same: keys in another order where order says nothing, other
/// quotes, brackets or lines, other indentation, blank lines.
struct Rewriter {
  private indirect enum Part {
    case text(Scalar)
    case mapping([(address: Address, key: Scalar, value: Part)], isFree: Bool, address: Address)
    case sequence([(address: Address, value: Part)], address: Address)
  }

  private let vocabulary: Vocabulary
  private let addedDimensions: [DimensionShape]
  private let root: Node
  private let shape: Shape
  private let header: [String]
  private var comments: [Address: PieceComments]
  private var foot: [Address: [String]]
  private var random: SeededGenerator

  init(_ document: OpenedDocument, seed: UInt64) {
    vocabulary = document.vocabulary
    addedDimensions = document.addedDimensions
    root = document.root
    shape = .record(document.layout.record)
    let places = CommentPlaces(
      CommentScan(document.file, root: document.root).comments, in: Elements(document.root, file: document.file))
    (header, comments, foot) = (places.header, places.comments, places.foot)
    random = SeededGenerator(seed: seed)
  }

  mutating func rewritten() -> String {
    let part = part(root, shape, [])
    var lines = header
    lines += block(part, indent: 0, firstIsFree: false)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Adds comments at random places, above lines and at their ends; what they say is returned.
  mutating func addComments() -> [String] {
    var addresses: [Address] = []
    func collect(_ node: Node, _ address: Address) {
      let children = node.entries?.map(\.value) ?? node.items ?? []
      for (index, child) in children.enumerated() {
        addresses.append(address + [index])
        collect(child, address + [index])
      }
    }
    collect(root, [])
    var added: [String] = []
    for address in addresses.shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random)) {
      let text = "# 附注 \(added.count + 1): 1,300 {x} \"y"
      if Bool.random(using: &random) || comments[address]?.trailing != nil {
        comments[address, default: PieceComments()].leading.append(text)
      } else {
        comments[address, default: PieceComments()].trailing = text
      }
      added.append(text)
    }
    return added
  }

  private func part(_ node: Node, _ shape: Shape, _ address: Address) -> Part {
    func entries(isFree: Bool, _ value: (Entry, Address) -> Part) -> Part {
      let parts = (node.entries ?? []).enumerated().map { index, entry in
        let inside = address + [index]
        return (address: inside, key: entry.key.scalar ?? Scalar("", .plain), value: value(entry, inside))
      }
      return .mapping(parts, isFree: isFree, address: address)
    }
    switch shape.chosen(for: node, in: vocabulary) {
    case .record(let record):
      return entries(isFree: true) { entry, inside in
        let key = record.keys.first { $0.name.text(in: vocabulary) == entry.key.scalar?.text }
        return part(entry.value, key?.shape ?? .scalar(.anything), inside)
      }
    case .table(let table):
      let depth = table.dimensions(of: node, adding: addedDimensions, in: vocabulary).count
      return entries(isFree: true) { entry, inside in
        let text = entry.key.scalar?.text ?? ""
        if text == TableShape.cases.text(in: vocabulary) { return cases(entry.value, depth, table.leaf, inside) }
        if text == TableShape.value.text(in: vocabulary) { return part(entry.value, table.leaf, inside) }
        let key = table.extras.first { $0.name.text(in: vocabulary) == text }
        return part(entry.value, key?.shape ?? .list(ListShape(.scalar(.anything))), inside)
      }
    case .dictionary(let dictionary): return entries(isFree: false) { part($0.value, dictionary.value, $1) }
    case .filter: return entries(isFree: true) { part($0.value, .scalar(.anything), $1) }
    case .list(let list):
      let items = (node.items ?? []).enumerated().map { index, item in
        (address: address + [index], value: part(item, list.item, address + [index]))
      }
      return node.items == nil ? .text(node.scalar ?? Scalar("", .plain)) : .sequence(items, address: address)
    default: return .text(node.scalar ?? Scalar("", .plain))
    }
  }

  private func cases(_ node: Node, _ depth: Int, _ leaf: Shape, _ address: Address) -> Part {
    guard depth > 0 else { return part(node, leaf, address) }
    let parts = (node.entries ?? []).enumerated().map { index, entry in
      let inside = address + [index]
      return (
        address: inside, key: entry.key.scalar ?? Scalar("", .plain),
        value: cases(entry.value, depth - 1, leaf, inside)
      )
    }
    return .mapping(parts, isFree: false, address: address)
  }

  private func hasComments(_ part: Part) -> Bool {
    switch part {
    case .text(let scalar): scalar.text.contains("\n")
    case .mapping(let entries, _, let address):
      foot[address] != nil || entries.contains { comments[$0.address] != nil || hasComments($0.value) }
    case .sequence(let items, let address):
      foot[address] != nil || items.contains { comments[$0.address] != nil || hasComments($0.value) }
    }
  }

  /// In a mapping without fixed order any order; the first entry of a file or item must not bear comments above it, which
  /// would become those of the file or item.
  private mutating func ordered(
    _ entries: [(address: Address, key: Scalar, value: Part)], isFree: Bool, firstIsFree: Bool
  ) -> [(address: Address, key: Scalar, value: Part)] {
    guard isFree else { return entries }
    var entries = entries.shuffled(using: &random)
    if !firstIsFree, let first = entries.firstIndex(where: { comments[$0.address]?.leading.isEmpty ?? true }) {
      entries.swapAt(0, first)
    }
    return entries
  }

  private mutating func block(_ part: Part, indent: Int, firstIsFree: Bool = true) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    switch part {
    case .text(let scalar): return [space + text(scalar, inBrackets: false)]
    case .mapping(let entries, let isFree, let address):
      for entry in ordered(entries, isFree: isFree, firstIsFree: firstIsFree) {
        lines += blank() + (comments[entry.address]?.leading ?? []).map { space + $0 }
        let start = space + text(entry.key, inBrackets: false) + ":" + String(repeating: " ", count: gap())
        lines += value(entry.value, after: start, indent: indent, trailing: comments[entry.address]?.trailing)
      }
      lines += (foot[address] ?? []).map { space + $0 }
    case .sequence(let items, let address):
      for item in items {
        let comment = comments[item.address] ?? PieceComments()
        lines += blank() + comment.leading.map { space + $0 }
        if isInBrackets(item.value) {
          lines += flow(item.value, start: space + "- ", indent: indent, trailing: comment.trailing)
        } else {
          if let trailing = comment.trailing { lines.append(space + trailing) }
          let inner = block(item.value, indent: indent + 2, firstIsFree: false).drop { $0.isEmpty }
          lines.append(space + "- " + (inner.first ?? "").dropFirst(indent + 2))
          lines += inner.dropFirst()
        }
      }
      lines += (foot[address] ?? []).map { space + $0 }
    }
    return lines
  }

  private mutating func value(_ part: Part, after start: String, indent: Int, trailing: String?) -> [String] {
    if isInBrackets(part) { return flow(part, start: start, indent: indent, trailing: trailing) }
    let head = start.drop(while: { _ in false }) + (trailing ?? "")
    var deeper = indent + Int.random(in: 1...4, using: &random)
    if case .sequence = part, Bool.random(using: &random) { deeper = indent }
    return [String(head)] + block(part, indent: deeper)
  }

  private mutating func isInBrackets(_ part: Part) -> Bool {
    switch part {
    case .text: true
    case .mapping(let entries, _, _):
      entries.isEmpty || !hasComments(part) && Int.random(in: 0..<3, using: &random) == 0
    case .sequence(let items, _): items.isEmpty || !hasComments(part) && Bool.random(using: &random)
    }
  }

  /// In brackets, over one line or several.
  private mutating func flow(_ part: Part, start: String, indent: Int, trailing: String?) -> [String] {
    let separator = Bool.random(using: &random) ? ", " : "\n" + String(repeating: " ", count: indent + 1) + ", "
    let end = trailing.map { " " + $0 } ?? ""
    return (start + brackets(part, separator) + end).split(separator: "\n").map(String.init)
  }

  private mutating func brackets(_ part: Part, _ separator: String) -> String {
    switch part {
    case .text(let scalar): return text(scalar, inBrackets: separator != "")
    case .mapping(let entries, let isFree, _):
      var parts: [String] = []
      for entry in ordered(entries, isFree: isFree, firstIsFree: true) {
        parts.append(text(entry.key, inBrackets: true) + ": " + brackets(entry.value, separator))
      }
      return "{" + parts.joined(separator: separator) + "}"
    case .sequence(let items, _):
      var parts: [String] = []
      for item in items { parts.append(brackets(item.value, separator)) }
      return "[" + parts.joined(separator: separator) + "]"
    }
  }

  private mutating func text(_ scalar: Scalar, inBrackets: Bool) -> String {
    let styles: [Scalar.Style] =
      if ScalarKind.needsQuotes(scalar.text) {
        scalar.isQuoted ? [.singleQuoted, .doubleQuoted] : [.plain]
      } else {
        PlainText.isSafe(scalar.text, inBrackets: inBrackets)
          ? [.plain, .singleQuoted, .doubleQuoted] : [.singleQuoted, .doubleQuoted]
      }
    switch styles.randomElement(using: &random) ?? .plain {
    case .singleQuoted where !scalar.text.contains("\n"):
      return "'" + scalar.text.replacing("'", with: "''") + "'"
    case .plain: return scalar.text
    default:
      let escaped = scalar.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return "\"" + escaped + "\""
    }
  }

  private mutating func gap() -> Int { Int.random(in: 1...3, using: &random) }

  private mutating func blank() -> [String] { Int.random(in: 0..<6, using: &random) == 0 ? [""] : [] }
}
