import Values
import Findings
import SourceTree

extension ShapeReader {
  /// `by` and `cases`, or `value`, beside the table's further keys; or the bare value.
  func readTable(_ node: Node, _ table: TableShape, _ context: Context) -> Reading {
    guard let entries = node.entries, table.describes(entries) else {
      if table.allowsBareLeaf { return bareTable(node, table, context) }
      return wrongKind(node, expected: table.title, context)
    }
    let known = match(entries, with: tableKeys(table))
    let context = covering(known, context)
    func entry(_ word: Word) -> Entry? { known.first { $0.key.name == word }?.entry }

    let structural = [TableShape.by, TableShape.cases, TableShape.value]
    let extras = readKnown(
      known.filter { pair in !structural.contains(pair.key.name) }, table.extras, in: node, context)
    if let value = entry(TableShape.value), let by = entry(TableShape.by) ?? entry(TableShape.cases) {
      reportBoth(by, value)
    }
    let content = readContent(node, entry, table, context)
    return reading(
      .table(TableReading(dimensions: content.dimensions, cases: content.cases, extras: extras)), node, context)
  }

  private func readContent(_ node: Node, _ entry: (Word) -> Entry?, _ table: TableShape, _ context: Context)
    -> (dimensions: [TableReading.Dimension], cases: TableReading.Cases)
  {
    if let value = entry(TableShape.value) {
      let leaf = read(
        value.value, table.leaf, context.under(TableShape.value.text(in: vocabulary), at: value.key.place))
      return ([], .leaf(leaf))
    }
    guard let by = entry(TableShape.by), let cases = entry(TableShape.cases) else {
      let missing = entry(TableShape.by) == nil ? TableShape.by : TableShape.cases
      if !isPartial {
        collector.report(
          .missingKey, at: node.entries?.first?.key.place ?? node.place, ["key": missing.text(in: vocabulary)])
      }
      return ([], .leaf(reading(.invalid, node, context)))
    }
    let dimensions = readBy(by.value, table.dimensions)
    guard !dimensions.isEmpty else { return ([], .leaf(reading(.invalid, node, context))) }
    let content = readCases(
      cases.value, dimensions.map(\.shape)[...], table, count: dimensions.count,
      context.under(TableShape.cases.text(in: vocabulary), at: cases.key.place))
    return (dimensions.map { TableReading.Dimension(name: $0.shape.name.english, place: $0.place) }, content)
  }

  /// More cases side by side than any real table has.
  static let caseLimit = 400

  private func tableKeys(_ table: TableShape) -> [Key] {
    table.extras + ShapeReader.structuralKeys
  }

  private static let structuralKeys = [TableShape.by, TableShape.cases, TableShape.value].map {
    Key($0.english, $0.chinese, .scalar(.text), meaning: $0)
  }

  private func bareTable(_ node: Node, _ table: TableShape, _ context: Context) -> Reading {
    let leaf = read(node, table.leaf, context)
    return reading(.table(TableReading(dimensions: [], cases: .leaf(leaf), extras: Fields(all: []))), node, context)
  }

  private func reportBoth(_ first: Entry, _ second: Entry) {
    collector.report(
      .valueAndCases, at: second.key.place, related: first.key.place,
      ["first": first.key.scalar?.text ?? "", "second": second.key.scalar?.text ?? ""])
  }

  private func readBy(_ node: Node, _ known: [DimensionShape]) -> [(shape: DimensionShape, place: Place)] {
    let nodes = node.items ?? [node]
    if nodes.isEmpty { collector.report(.emptyList, at: node.place) }
    var result: [(shape: DimensionShape, place: Place)] = []
    for node in nodes {
      guard let shape = dimension(named: node, among: known) else { return [] }
      if let first = result.first(where: { $0.shape.name == shape.name }) {
        collector.report(
          .repeatedDimension, at: node.place, related: first.place, ["text": shape.name.text(in: vocabulary)])
        return []
      } else {
        result.append((shape, node.place))
      }
    }
    return result
  }

  private func readCases(
    _ node: Node, _ dimensions: ArraySlice<DimensionShape>, _ table: TableShape, count: Int, _ context: Context
  ) -> TableReading.Cases {
    guard let dimension = dimensions.first else { return .leaf(read(node, table.leaf, context)) }
    let context = overriding(context)
    guard let entries = node.entries, !entries.isEmpty else {
      collector.report(
        .missingCases, at: node.place, ["count": "\(count)", "dimension": dimension.name.text(in: vocabulary)])
      return .leaf(reading(.invalid, node, context))
    }
    var cases: [TableReading.Case] = []
    if entries.count > ShapeReader.caseLimit {
      collector.report(
        .tableTooLarge, at: node.place, ["size": "\(entries.count)", "limit": "\(ShapeReader.caseLimit)"])
      return .leaf(reading(.invalid, node, context))
    }
    for entry in entries {
      guard let scalar = entry.key.scalar, let key = caseKey(scalar, dimension, at: entry.key.place) else { continue }
      if key == .any, entries.count > 1 {
        collector.report(.anyNotAlone, at: entry.key.place, ["text": scalar.text])
        continue
      }
      if let earlier = cases.first(where: { $0.key.overlaps(key) }) {
        collector.report(.repeatedCase, at: entry.key.place, related: earlier.place, ["text": scalar.text])
        continue
      }
      let content = readCases(
        entry.value, dimensions.dropFirst(), table, count: count, context.under(scalar.text, at: entry.key.place))
      cases.append(TableReading.Case(key: key, place: entry.key.place, content: content))
    }
    return .split(cases, place: node.place)
  }
}
