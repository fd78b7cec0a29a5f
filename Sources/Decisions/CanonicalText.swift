import Findings
import SourceTree

/// A JSON tree written in the one way that digests are made of: members in their order, characters of numbers as they
/// came, no line ends.
enum CanonicalText {
  static func of(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.isQuoted ? JSONText.string(scalar.text) : scalar.text
    case .sequence(let items): "[" + items.map(of).joined(separator: ", ") + "]"
    case .mapping(let entries):
      JSONText.object(entries.map { (name: $0.key.scalar?.text ?? "", value: of($0.value)) })
    }
  }
}
