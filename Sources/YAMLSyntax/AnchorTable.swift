import Findings
import SourceTree

/// A finished part of the tree and what it weighs when an alias repeats it.
struct BuiltNode {
  /// Nil when the part was dropped.
  var node: Node?
  /// The node and all below it, aliases expanded.
  var weight = 1
  /// The number of collections inside each other.
  var height = 0
  /// Where its text ends.
  var end: Position
}

/// The anchors of a document. A node is a value that shares its storage, so keeping it here copies nothing.
struct AnchorTable {
  enum Anchor {
    /// The node that bears it has not ended yet.
    case open
    case finished(BuiltNode)
  }

  private var anchors: [String: Anchor] = [:]
  private var expanded = 0

  subscript(name: String) -> Anchor? { anchors[name] }

  mutating func open(_ name: String?) {
    if let name { anchors[name] = .open }
  }

  mutating func finish(_ name: String?, _ built: BuiltNode) {
    if let name { anchors[name] = .finished(built) }
  }

  /// Counts the nodes that an alias adds; false when they are too many.
  mutating func expand(_ weight: Int, limit: Int) -> Bool {
    let (sum, overflow) = expanded.addingReportingOverflow(weight)
    guard !overflow, sum <= limit else { return false }
    expanded = sum
    return true
  }
}
