import Findings

/// A value of a YAML or JSON text as it was written: characters, not numbers, each with its place.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  package var content: Content
  package var place: Place

  package init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value under a key of a mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.firstIndex { $0.key.scalar?.text == key }.map { entries[$0].value }
  }
}

/// One key of a mapping with its value. The key is always a scalar.
package struct Entry: Sendable {
  package var key: Node
  package var value: Node

  package init(key: Node, value: Node) {
    self.key = key
    self.value = value
  }
}

/// The characters of a single value and how they were quoted.
package struct Scalar: Sendable, Hashable {
  package enum Style: Sendable {
    /// Not quoted: YAML readers may take it for a number, date or truth value.
    case plain
    case singleQuoted
    case doubleQuoted
    /// A block scalar, `|` or `>`.
    case block
    /// A JSON number.
    case number
    /// JSON `true`, `false` or `null`.
    case literal
  }

  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// Quoted or block text, which no YAML reader takes for anything but text.
  package var isQuoted: Bool { style != .plain && style != .number && style != .literal }
}
