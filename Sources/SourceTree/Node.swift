import Findings

/// A value of a YAML or JSON text as it was written: characters, not numbers, each with its place.
///
/// A class, so that passing it on costs one reference.
package final class Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  package let content: Content
  package let place: Place

  package init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// Whether it is a single value of these characters. Most that are compared are of different lengths, which is told at
  /// once.
  package func isText(_ text: String) -> Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.text.utf8.count == text.utf8.count && scalar.text == text
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
    return entries.first { $0.key.isText(key) }?.value
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
