import SourceTree

/// Writes a tree that was read without errors in the words of the other vocabulary. Names that the author chose, titles
/// and citations stay as they are; so do the number and order of entries, and their places.
package struct Translator {
  let source: Vocabulary
  let target: Vocabulary
  /// What paths lead through.
  let document: (root: Node, shape: Shape)
  /// Dimensions that the document adds to those of its shapes.
  let addedDimensions: [DimensionShape]

  package init(
    from source: Vocabulary, to target: Vocabulary, document: (root: Node, shape: Shape),
    addedDimensions: [DimensionShape] = []
  ) {
    self.source = source
    self.target = target
    self.document = document
    self.addedDimensions = addedDimensions
  }

  package func translated(_ node: Node, as shape: Shape) -> Node {
    if source == target { return node }
    switch shape.chosen(for: node, in: source) {
    case .record(let record): return translated(node, keys: record.keys)
    case .dictionary(let dictionary): return mappingValues(of: node) { translated($0, as: dictionary.value) }
    case .list(let list): return mappingItems(of: node) { translated($0, as: list.item) }
    case .choice(let choice): return renamed(node) { translated($0, .whole(choice.words)) ?? $0 }
    case .table(let table): return translated(node, table)
    case .filter(let dimensions): return translated(node, dimensions)
    case .scalar(let kind): return renamed(node) { translated($0, kind.words) ?? $0 }
    case .byKind, .variants: return node
    }
  }

  private func translated(_ node: Node, keys: [Key]) -> Node {
    changingEntries(of: node) { entry in
      guard let key = key(of: entry, among: keys) else { return entry }
      return Entry(
        key: renamed(entry.key) { _ in key.name.text(in: target) }, value: value(of: entry, key.shape, beside: node))
    }
  }

  /// The value of an entry; what it means may hang on another key of the mapping.
  private func value(of entry: Entry, _ shape: Shape, beside node: Node) -> Node {
    guard case .scalar(let kind) = shape else { return translated(entry.value, as: shape) }
    switch kind.words {
    case .valueAtPath(let key):
      guard let steps = node[key.text(in: source)]?.scalar?.text else { return entry.value }
      return translated(entry.value, at: walk(steps).end)
    case .valueOfDimension(let key, let dimensions):
      let named = node.entries?.first { $0.key.scalar?.text == key.text(in: source) }
      let dimension = dimensions.first { $0.name.text(in: source) == named?.value.scalar?.text }
      return renamed(entry.value) { translated($0, .whole(dimension?.values ?? [])) ?? $0 }
    default: return translated(entry.value, as: shape)
    }
  }

  private func translated(_ node: Node, _ table: TableShape) -> Node {
    let dimensions = table.dimensions(of: node, adding: addedDimensions, in: source)
    return changingEntries(of: node) { entry in
      let text = entry.key.scalar?.text ?? ""
      if let key = table.extras.first(where: { $0.name.text(in: source) == text }) {
        return Entry(
          key: renamed(entry.key) { _ in key.name.text(in: target) }, value: value(of: entry, key.shape, beside: node))
      }
      guard let word = [TableShape.by, TableShape.cases, TableShape.value].word(text, in: source) else { return entry }
      let value =
        switch word {
        case TableShape.by: renamingAll(entry.value) { dimensionName($0, table.dimensions) }
        case TableShape.cases: cases(entry.value, dimensions[...], table.leaf)
        default: translated(entry.value, as: table.leaf)
        }
      return Entry(key: renamed(entry.key) { _ in word.text(in: target) }, value: value)
    }
  }

  private func cases(_ node: Node, _ dimensions: ArraySlice<DimensionShape>, _ leaf: Shape) -> Node {
    guard let dimension = dimensions.first else { return translated(node, as: leaf) }
    return changingEntries(of: node) { entry in
      Entry(
        key: renamed(entry.key) { caseText($0, dimension) }, value: cases(entry.value, dimensions.dropFirst(), leaf))
    }
  }

  private func translated(_ node: Node, _ dimensions: [DimensionShape]) -> Node {
    changingEntries(of: node) { entry in
      let text = entry.key.scalar?.text ?? ""
      let dimension = (dimensions + addedDimensions).first { $0.name.text(in: source) == text }
      guard let dimension else { return entry }
      return Entry(
        key: renamed(entry.key) { _ in dimension.name.text(in: target) },
        value: renamed(entry.value) { caseText($0, dimension) })
    }
  }

  private func dimensionName(_ text: String, _ dimensions: [DimensionShape]) -> String {
    (dimensions + addedDimensions).first { $0.name.text(in: source) == text }?.name.text(in: target) ?? text
  }

  /// `a/b` or `any`.
  private func caseText(_ text: String, _ dimension: DimensionShape) -> String {
    if text == TableShape.anyCase.text(in: source) { return TableShape.anyCase.text(in: target) }
    return text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      dimension.values.word(String(part), in: source)?.text(in: target) ?? String(part)
    }.joined(separator: "/")
  }

  /// The text in the other words; nil when it has none of them.
  private func translated(_ text: String, _ words: WordUse) -> String? {
    switch words {
    case .none, .valueOfDimension, .valueAtPath: return nil
    case .whole(let words): return words.word(text, in: source)?.text(in: target)
    case .lastStep(let words):
      var steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard let last = steps.popLast(), let word = words.word(last, in: source) else { return nil }
      return (steps + [word.text(in: target)]).joined(separator: ".")
    case .suffix(let word):
      let old = word.text(in: source)
      return text.hasSuffix(old) ? text.dropLast(old.count) + word.text(in: target) : nil
    case .prefix(let word):
      let old = word.text(in: source)
      return text.hasPrefix(old) ? word.text(in: target) + text.dropFirst(old.count) : nil
    case .several(let uses): return uses.lazy.compactMap { translated(text, $0) }.first
    case .path: return walk(text).text
    }
  }
}

extension Translator {
  /// Where a path has come to.
  private enum Spot {
    case shape(Shape)
    /// Among the cases of a table: the dimensions still asked, and what the cells hold.
    case cases(ArraySlice<DimensionShape>, Shape)
    /// The value of a condition.
    case condition(DimensionShape)
    case dimensionNames([DimensionShape])
    case lost
  }

  /// A path in the other words, and what stands at its end.
  private func walk(_ path: String) -> (text: String, end: Spot) {
    // Two dots in a row belong to a range, `cases.0..59.tertiary`.
    let steps = path.replacing("..", with: "\u{0}").split(separator: ".", omittingEmptySubsequences: false)
    var spot = Spot.shape(document.shape)
    var node: Node? = document.root
    var written: [String] = []
    for step in steps {
      let step = String(step).replacing("\u{0}", with: "..")
      let next = self.step(step, from: spot, at: node)
      written.append(next.text)
      spot = next.spot
      node = node.flatMap { child(step, of: $0) }
    }
    return (written.joined(separator: "."), spot)
  }

  private func step(_ step: String, from spot: Spot, at node: Node?) -> (text: String, spot: Spot) {
    switch spot {
    case .lost, .condition, .dimensionNames: return (step, .lost)
    case .cases(let dimensions, let leaf):
      guard let dimension = dimensions.first else { return self.step(step, from: .shape(leaf), at: node) }
      let rest = dimensions.dropFirst()
      return (caseText(step, dimension), rest.isEmpty ? .shape(leaf) : .cases(rest, leaf))
    case .shape(let shape):
      guard let node else { return (step, .lost) }
      switch shape.chosen(for: node, in: source) {
      case .record(let record):
        guard let key = record.keys.first(where: { $0.name.text(in: source) == step }) else { return (step, .lost) }
        return (key.name.text(in: target), .shape(key.shape))
      case .dictionary(let dictionary): return (step, .shape(dictionary.value))
      case .list(let list): return (step, .shape(list.item))
      case .filter(let dimensions):
        let found = (dimensions + addedDimensions).first { $0.name.text(in: source) == step }
        return found.map { ($0.name.text(in: target), .condition($0)) } ?? (step, .lost)
      case .table(let table): return self.step(step, in: table, at: node)
      default: return (step, .lost)
      }
    }
  }

  private func step(_ step: String, in table: TableShape, at node: Node) -> (text: String, spot: Spot) {
    if let key = table.extras.first(where: { $0.name.text(in: source) == step }) {
      return (key.name.text(in: target), .shape(key.shape))
    }
    guard let word = [TableShape.by, TableShape.cases, TableShape.value].word(step, in: source) else {
      return (step, .lost)
    }
    let dimensions = table.dimensions(of: node, adding: addedDimensions, in: source)
    let spot: Spot =
      switch word {
      case TableShape.by: .dimensionNames(table.dimensions)
      case TableShape.cases: .cases(dimensions[...], table.leaf)
      default: .shape(table.leaf)
      }
    return (word.text(in: target), spot)
  }

  /// Items of lists go by their name where they have one, else by their number.
  private func child(_ step: String, of node: Node) -> Node? {
    switch node.content {
    case .mapping: return node[step]
    case .sequence(let items):
      let named = items.first { item in
        ["id", "代号", "use", "用"].lazy.compactMap { item[$0]?.scalar?.text }.first == step
      }
      return named ?? Int(step).flatMap { items.indices.contains($0 - 1) ? items[$0 - 1] : nil }
    case .scalar: return nil
    }
  }

  private func translated(_ node: Node, at spot: Spot) -> Node {
    switch spot {
    case .shape(let shape): translated(node, as: shape)
    case .condition(let dimension): renamed(node) { caseText($0, dimension) }
    case .dimensionNames(let dimensions): renamingAll(node) { dimensionName($0, dimensions) }
    case .cases, .lost: node
    }
  }
}

extension Translator {
  private func key(of entry: Entry, among keys: [Key]) -> Key? {
    keys.first { $0.name.text(in: source) == entry.key.scalar?.text }
  }

  private func renamed(_ node: Node, _ change: (String) -> String) -> Node {
    guard let scalar = node.scalar else { return node }
    return Node(.scalar(Scalar(change(scalar.text), scalar.style)), at: node.place)
  }

  private func renamingAll(_ node: Node, _ change: (String) -> String) -> Node {
    node.items == nil ? renamed(node, change) : mappingItems(of: node) { renamed($0, change) }
  }

  private func changingEntries(of node: Node, _ change: (Entry) -> Entry) -> Node {
    guard let entries = node.entries else { return node }
    return Node(.mapping(entries.map(change)), at: node.place)
  }

  private func mappingValues(of node: Node, _ change: (Node) -> Node) -> Node {
    changingEntries(of: node) { Entry(key: $0.key, value: change($0.value)) }
  }

  private func mappingItems(of node: Node, _ change: (Node) -> Node) -> Node {
    guard let items = node.items else { return node }
    return Node(.sequence(items.map(change)), at: node.place)
  }
}
