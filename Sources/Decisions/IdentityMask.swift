import Claims
import Format
import SourceTree

/// Takes out of claims and answers who the person is.
///
/// What is left settles to the same result: no rule asks for these fields. Of fields that claims do not have, which
/// could hold anything, only the names are kept; such a claim is refused whatever they hold.
package enum IdentityMask {
  /// Who somebody is, in the platform's names.
  package static let fields: Set<String> = [
    "psn_no", "psn_name", "certno", "psn_cert_type", "patn_name", "mdtrt_cert_no", "coner_name", "tel", "mob",
    "coner_tel",
    "addr", "live_addr", "bankacct", "acctname",
  ]

  private static let hidden = "***"

  /// A claim or a refund.
  package static func masked(claim root: Node) -> Node {
    masked(root, as: .record(RefundFormat.describes(root) ? RefundFormat.document : ClaimFormat.document))
  }

  /// A settlement, a standing or an error record.
  package static func masked(answer root: Node) -> Node {
    switch root.content {
    case .scalar: root
    case .sequence(let items): Node(.sequence(items.map { masked(answer: $0) }), at: root.place)
    case .mapping(let entries):
      Node(.mapping(entries.map { entry in member(entry) { masked(answer: $0) } }), at: root.place)
    }
  }

  private static func masked(_ node: Node, as shape: Shape?) -> Node {
    switch (node.content, shape) {
    case (.scalar, .scalar?), (.scalar, .choice?): node
    case (.sequence(let items), .list(let list)?):
      Node(.sequence(items.map { masked($0, as: list.item) }), at: node.place)
    case (.mapping(let entries), .record(let record)?):
      Node(
        .mapping(entries.map { entry in member(entry) { masked($0, as: record.key(name(of: entry))?.shape) } }),
        at: node.place)
    case (.mapping(let entries), .dictionary(let dictionary)?):
      Node(.mapping(entries.map { entry in member(entry) { masked($0, as: dictionary.value) } }), at: node.place)
    default: withoutValues(node)
    }
  }

  private static func member(_ entry: Entry, otherwise mask: (Node) -> Node) -> Entry {
    let isIdentity = fields.contains(name(of: entry))
    return Entry(key: entry.key, value: isIdentity ? withoutValues(entry.value) : mask(entry.value))
  }

  private static func name(of entry: Entry) -> String { entry.key.scalar?.text ?? "" }

  /// The same kinds of values without what they say: whether something is told, and in what kind, decides which error
  /// there is.
  private static func withoutValues(_ node: Node) -> Node {
    switch node.content {
    case .scalar(let scalar) where scalar.isQuoted:
      Node(.scalar(Scalar(scalar.text.isEmpty ? "" : hidden, scalar.style)), at: node.place)
    case .scalar(let scalar) where scalar.style == .number:
      Node(.scalar(Scalar("0", scalar.style)), at: node.place)
    case .scalar: node
    case .sequence(let items): Node(.sequence(items.map(withoutValues)), at: node.place)
    case .mapping(let entries):
      Node(.mapping(entries.map { Entry(key: $0.key, value: withoutValues($0.value)) }), at: node.place)
    }
  }
}
