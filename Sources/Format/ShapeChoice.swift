import SourceTree

extension Shape {
  /// The one shape of several that a node has: by kind, by the key that tells variants apart, or a table's bare value.
  package func chosen(for node: Node, in vocabulary: Vocabulary) -> Shape {
    switch self {
    case .byKind(let scalar, let list, let mapping):
      let shape: Shape? =
        switch node.content {
        case .scalar: scalar
        case .sequence: list
        case .mapping: mapping
        }
      return shape?.chosen(for: node, in: vocabulary) ?? self
    case .variants(let records):
      return RecordShape.among(records, for: node, in: vocabulary).map(Shape.record) ?? self
    case .table(let table):
      if let entries = node.entries, table.describes(entries) { return self }
      return table.allowsBareLeaf ? table.leaf.chosen(for: node, in: vocabulary) : self
    default:
      return self
    }
  }
}

extension RecordShape {
  /// A variant is chosen by its first key, which no other variant has; the last one is left for the rest.
  package static func among(_ records: [RecordShape], for node: Node, in vocabulary: Vocabulary) -> RecordShape? {
    return records.first { record in
      record.keys.first.map { node[$0.name.text(in: vocabulary)] != nil } ?? false
    } ?? records.last
  }
}

extension TableShape {
  /// The keys that only tables have.
  private static let structure = [by, cases, value]

  /// A mapping is a table, not a leaf, when it has a key of tables.
  package func describes(_ entries: [Entry]) -> Bool {
    guard allowsBareLeaf else { return true }
    if entries.isEmpty || leaf.rejectsMappings { return true }
    return entries.contains { entry in
      let text = entry.key.scalar?.text ?? ""
      return TableShape.structure.contains { $0.english.isSame(as: text) || $0.chinese.isSame(as: text) }
    }
  }

  /// The dimensions a table goes by, as its `by` names them; with those that the document adds.
  package func dimensions(of node: Node, adding added: [DimensionShape], in vocabulary: Vocabulary) -> [DimensionShape]
  {
    guard let by = node[TableShape.by.text(in: vocabulary)] else { return [] }
    let known = dimensions + added
    return (by.items ?? [by]).compactMap { item in
      known.first { $0.name.text(in: vocabulary) == item.scalar?.text }
    }
  }
}

extension Shape {
  fileprivate var rejectsMappings: Bool {
    switch self {
    case .scalar, .choice, .list: true
    case .byKind(_, _, let mapping): mapping == nil
    default: false
    }
  }
}
