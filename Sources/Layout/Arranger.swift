import Format
import SourceTree

/// Puts the parts of a tree in canonical order, with their comments, and decides how each value is quoted.
struct Arranger {
  let layout: DocumentLayout
  let vocabulary: Vocabulary
  let addedDimensions: [DimensionShape]
  let places: CommentPlaces

  /// More cases than are read at a glance in one line.
  private static let casesOnALine = 2

  func root(_ node: Node) -> Piece {
    arrange(node, .record(layout.record), Position(address: [], path: []))
  }

  /// Where a node stands: for comments by number, for the layout by English keys.
  private struct Position {
    var address: Address
    var path: [String]

    func under(_ index: Int, _ name: String) -> Position {
      Position(address: address + [index], path: path + [name])
    }
  }

  private func arrange(_ node: Node, _ shape: Shape, _ position: Position) -> Piece {
    switch shape.chosen(for: node, in: vocabulary) {
    case .record(let record):
      let order =
        position.path.isEmpty && !layout.rootOrder.isEmpty ? layout.rootOrder : record.keys.map(\.name.english)
      return mapping(node, position, order: order.firstIndex) { entry in
        let key = record.keys.first { $0.name.text(in: vocabulary) == entry.key.scalar?.text }
        return key.map { ($0.name.english, .shape($0.shape)) }
      }
    case .table(let table): return arrange(node, table, position)
    case .filter(let dimensions):
      let known = dimensions + addedDimensions
      return mapping(node, position, order: { name in known.firstIndex { $0.name.english == name } }) { entry in
        let dimension = known.first { $0.name.text(in: vocabulary) == entry.key.scalar?.text }
        return dimension.map { ($0.name.english, .condition($0)) }
      }
    case .dictionary(let dictionary):
      return mapping(node, position, quotesKeys: dictionary.keyKind.isAlwaysQuoted) { _ in
        ("*", .shape(dictionary.value))
      }
    case .list(let list): return sequence(node, position) { arrange($0, list.item, $1) }
    case .scalar(let kind): return text(node, isQuoted: kind.isAlwaysQuoted)
    case .choice: return text(node, isQuoted: ScalarKind.needsQuotes(node.scalar?.text ?? ""))
    case .byKind, .variants: return text(node)
    }
  }

  /// How to go on below a key.
  private enum Content {
    case shape(Shape)
    case condition(DimensionShape)
    case dimensionNames
    case cases([DimensionShape], Shape)
  }

  private func arrange(_ node: Node, _ content: Content, _ position: Position) -> Piece {
    switch content {
    case .shape(let shape): return arrange(node, shape, position)
    case .condition(let dimension): return .text(caseText(node, dimension))
    case .dimensionNames: return node.items == nil ? text(node) : sequence(node, position) { node, _ in text(node) }
    case .cases(let dimensions, let leaf):
      var piece = cases(node, dimensions[...], leaf, position)
      if case .mapping(let entries, _) = piece, entries.count > Self.casesOnALine { piece.open() }
      return piece
    }
  }

  /// A table says first how it is read, then its cases, then what is done with what they say, and its source.
  private func arrange(_ node: Node, _ table: TableShape, _ position: Position) -> Piece {
    let extras = table.extras.map(\.name.english)
    let last = ["adjust", "source"]
    let order =
      extras.filter { !last.contains($0) } + [TableShape.by, TableShape.cases, TableShape.value].map(\.english)
      + extras.filter(last.contains)
    let dimensions = table.dimensions(of: node, adding: addedDimensions, in: vocabulary)
    return mapping(node, position, order: order.firstIndex) { entry in
      let text = entry.key.scalar?.text ?? ""
      if let key = table.extras.first(where: { $0.name.text(in: vocabulary) == text }) {
        return (key.name.english, .shape(key.shape))
      }
      switch [TableShape.by, TableShape.cases, TableShape.value].word(text, in: vocabulary) {
      case TableShape.by?: return (TableShape.by.english, .dimensionNames)
      case TableShape.cases?: return (TableShape.cases.english, .cases(dimensions, table.leaf))
      case TableShape.value?: return (TableShape.value.english, .shape(table.leaf))
      default: return nil
      }
    }
  }

  private func cases(
    _ node: Node, _ dimensions: ArraySlice<DimensionShape>, _ leaf: Shape, _ position: Position
  ) -> Piece {
    guard let dimension = dimensions.first, let entries = node.entries else { return arrange(node, leaf, position) }
    let pieces = entries.enumerated().map { index, entry in
      let position = position.under(index, "*")
      return PieceEntry(
        key: caseText(entry.key, dimension), value: cases(entry.value, dimensions.dropFirst(), leaf, position),
        comments: places.comments[position.address] ?? PieceComments())
    }
    var piece = Piece.mapping(pieces, collection(position))
    // Cases that split further are rows of a table.
    let splitsFurther = pieces.contains { if case .mapping = $0.value { true } else { false } }
    if pieces.count > 1, splitsFurther { piece.open() }
    return piece
  }

  private func caseText(_ node: Node, _ dimension: DimensionShape) -> ScalarText {
    let scalar = node.scalar ?? Scalar("", .plain)
    let isCode = dimension.hasCodes && scalar.text.utf8.contains { (0x30...0x39).contains($0) }
    return ScalarText(scalar, isQuoted: isCode, isNumber: dimension.isNumeric)
  }

  private func mapping(
    _ node: Node, _ position: Position, quotesKeys: Bool = false, order: (String) -> Int? = { _ in nil },
    content: (Entry) -> (name: String, content: Content)?
  ) -> Piece {
    var ranked: [(rank: Int, piece: PieceEntry)] = []
    for (index, entry) in (node.entries ?? []).enumerated() {
      let known = content(entry)
      let name = known?.name ?? entry.key.scalar?.text ?? ""
      let inside = position.under(index, name)
      let value = known.map { arrange(entry.value, $0.content, inside) } ?? text(entry.value)
      let key = ScalarText(entry.key.scalar ?? Scalar("", .plain), isQuoted: quotesKeys)
      ranked.append(
        (
          order(name) ?? Int.max,
          PieceEntry(key: key, value: value, comments: places.comments[inside.address] ?? .init())
        ))
    }
    let sorted = ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    return .mapping(sorted.map(\.element.piece), collection(position))
  }

  private func sequence(_ node: Node, _ position: Position, item: (Node, Position) -> Piece) -> Piece {
    let items = (node.items ?? []).enumerated().map { index, node in
      let position = position.under(index, "-")
      var comments = places.comments[position.address] ?? PieceComments()
      let value = item(node, position)
      if case .text = value {
      } else if let trailing = comments.trailing {
        // It would come to stand with the first entry when the item takes several lines.
        comments.trailing = nil
        comments.leading.append(trailing)
      }
      return PieceItem(value: value, comments: comments)
    }
    var collection = collection(position)
    let holdsMappings = items.contains { if case .mapping = $0.value { true } else { false } }
    if layout.opensLists, holdsMappings { collection.isOpen = true }
    return .sequence(items, collection)
  }

  private func collection(_ position: Position) -> Piece.Collection {
    Piece.Collection(isOpen: layout.isOpen(position.path), foot: places.foot[position.address] ?? [])
  }

  private func text(_ node: Node, isQuoted: Bool = false) -> Piece {
    .text(ScalarText(node.scalar ?? Scalar("", .plain), isQuoted: isQuoted))
  }
}
