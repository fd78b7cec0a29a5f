import Findings
import SourceTree

/// Reads a tree by its shape: canonical names and typed values come out, everything that does not fit is a finding.
package struct ShapeReader {
  let vocabulary: Vocabulary
  let collector: FindingCollector
  /// Parts of the text could not be parsed, so what seems missing may be there.
  let isPartial: Bool
  /// Whether amounts and ratios have to be covered by a source.
  let requiresSources: Bool
  /// Dimensions that the document adds to those of its shapes.
  let addedDimensions: [DimensionShape]
  /// Sources that hold at certain paths whatever stands around them: of changed values and of open questions.
  private let overrides: OverridesBelow

  package init(
    vocabulary: Vocabulary, collector: FindingCollector, isPartial: Bool = false, requiresSources: Bool = false,
    addedDimensions: [DimensionShape] = [], overrides: [String: CitationOverride] = [:]
  ) {
    self.vocabulary = vocabulary
    self.collector = collector
    self.isPartial = isPartial
    self.requiresSources = requiresSources
    self.addedDimensions = addedDimensions
    self.overrides = OverridesBelow(overrides)
  }

  /// The language in which the top-level keys of a document are written.
  package static func vocabulary(of root: Node, shape: RecordShape) -> Vocabulary {
    var (chinese, english) = (0, 0)
    for entry in root.entries ?? [] {
      guard let text = entry.key.scalar?.text else { continue }
      if shape.keys.contains(where: { $0.name.reads(text, in: .chinese) }) { chinese += 1 }
      if shape.keys.contains(where: { $0.name.reads(text, in: .english) }) { english += 1 }
    }
    return chinese > english ? .chinese : .english
  }

  package func read(_ node: Node, as shape: Shape) -> Reading {
    read(node, shape, Context(path: nil, citation: nil, keyPlace: node.place, overrides: overrides))
  }

  /// What a value inherits from where it stands.
  struct Context {
    var path: ReadingPath?
    var citation: CitationText?
    var keyPlace: Place
    var overrides: OverridesBelow
    /// Something here or around it is an open question of the file.
    var isAssumed = false

    /// The key or name that stands last in the path.
    var name: String { path?.name ?? "" }

    func under(_ name: String, at keyPlace: Place) -> Context {
      Context(
        path: ReadingPath(name, below: path), citation: citation, keyPlace: keyPlace, overrides: overrides.under(name),
        isAssumed: isAssumed)
    }
  }

  func read(_ node: Node, _ shape: Shape, _ inherited: Context) -> Reading {
    let context = overriding(inherited)
    return switch shape {
    case .record(let record): readRecord(node, record, context)
    case .variants(let records): readVariant(node, records, context)
    case .dictionary(let dictionary): readDictionary(node, dictionary, context)
    case .list(let list): readList(node, list, context)
    case .scalar(let kind): readScalar(node, kind, context)
    case .choice(let choice): readChoice(node, choice, context)
    case .table(let table): readTable(node, table, context)
    case .filter(let dimensions): readFilter(node, dimensions, context)
    case .byKind(let scalar, let list, let mapping): readByKind(node, scalar, list, mapping, context)
    }
  }

  func overriding(_ context: Context) -> Context {
    guard let override = context.overrides.here else { return context }
    var context = context
    if let citation = override.citation { context.citation = citation }
    if override.isAssumed { context.isAssumed = true }
    return context
  }

  func reading(_ value: Reading.Value, _ node: Node, _ context: Context) -> Reading {
    let citation = context.isAssumed ? context.citation?.assumed : context.citation
    return Reading(value, place: node.place, keyPlace: context.keyPlace, path: context.path, citation: citation)
  }

  func wrongKind(_ node: Node, expected: Word, _ context: Context) -> Reading {
    let found = ShapeReader.kindName(of: node)
    if let scalar = node.scalar, isEmpty(scalar) || scalar.text.isEmpty {
      collector.report(.emptyValue, at: context.keyPlace, ["key": context.name])
    } else {
      collector.report(
        .wrongKind, at: node.place,
        [
          "expected": expected.english, "expected_zh": expected.chinese, "found": found.english,
          "found_zh": found.chinese,
        ])
    }
    return reading(.invalid, node, context)
  }

  static func kindName(of node: Node) -> Word {
    switch node.content {
    case .scalar: Word("a single value", "单个值")
    case .sequence: Word("a list", "列表")
    case .mapping: Word("a mapping", "映射")
    }
  }

  private func readByKind(_ node: Node, _ scalar: Shape?, _ list: Shape?, _ mapping: Shape?, _ context: Context)
    -> Reading
  {
    let chosen: Shape? =
      switch node.content {
      case .scalar: scalar
      case .sequence: list
      case .mapping: mapping
      }
    if let chosen { return read(node, chosen, context) }
    let options = [
      scalar.map { _ in Word("a single value", "单个值") }, list.map { _ in Word("a list", "列表") },
      mapping.map { _ in Word("a mapping", "映射") },
    ]
    .compactMap { $0 }
    let expected = Word(
      options.map(\.english).joined(separator: " or "), options.map(\.chinese).joined(separator: "或"))
    return wrongKind(node, expected: expected, context)
  }

  private func readList(_ node: Node, _ list: ListShape, _ context: Context) -> Reading {
    guard let items = node.items else { return wrongKind(node, expected: Word("a list", "列表"), context) }
    if items.count < list.minimumCount { collector.report(.emptyList, at: context.keyPlace) }
    let readings = items.enumerated().map { index, item in
      read(item, list.item, context.under(itemName(item) ?? "\(index + 1)", at: item.place))
    }
    return reading(.list(readings), node, context)
  }

  /// Items of lists are named by their `id` where they have one, so that paths stay readable and stable.
  private func itemName(_ item: Node) -> String? {
    (item["id"] ?? item["代号"] ?? item["use"] ?? item["用"])?.scalar?.text
  }

  private func readScalar(_ node: Node, _ kind: ScalarKind, _ context: Context) -> Reading {
    guard let scalar = node.scalar, !isEmpty(scalar), !(scalar.text.isEmpty && kind.rejectsEmptyText) else {
      return wrongKind(node, expected: kind.title, context)
    }
    switch kind.read(scalar, vocabulary) {
    case .value(let value):
      if kind.needsSource { checkSource(node, context) }
      return reading(.scalar(value), node, context)
    case .problem(let finding, let arguments):
      if !reportFullWidthPunctuation(scalar, at: node.place) {
        collector.report(finding, at: node.place, arguments)
      }
      return reading(.invalid, node, context)
    }
  }

  /// A full-width comma or colon that glued two values together explains whatever else is wrong with the text.
  private func reportFullWidthPunctuation(_ scalar: Scalar, at place: Place) -> Bool {
    guard scalar.style == .plain,
      let index = scalar.text.unicodeScalars.firstIndex(where: { $0 == "，" || $0 == "：" })
    else { return false }
    let before = scalar.text.unicodeScalars.distance(from: scalar.text.unicodeScalars.startIndex, to: index)
    let position = Position(line: place.start.line, column: place.start.column + before)
    let corrected = scalar.text.replacing("，", with: ", ").replacing("：", with: ": ")
    collector.report(
      .fullWidthPunctuation, at: Place(file: place.file, at: position),
      ["character": String(scalar.text.unicodeScalars[index]), "corrected": corrected])
    return true
  }

  private func isEmpty(_ scalar: Scalar) -> Bool {
    // None of the words is longer.
    if scalar.text.utf8.count > 4 { return false }
    return switch scalar.style {
    case .plain:
      switch scalar.text {
      case "", "~", "null", "Null", "NULL": true
      default: false
      }
    case .literal: scalar.text == "null"
    default: false
    }
  }

  private func checkSource(_ node: Node, _ context: Context) {
    guard requiresSources, context.citation == nil else { return }
    collector.report(.missingSource, at: node.place, ["key": context.name])
  }

  private func readChoice(_ node: Node, _ choice: ChoiceShape, _ context: Context) -> Reading {
    guard let scalar = node.scalar, !isEmpty(scalar) else { return wrongKind(node, expected: choice.title, context) }
    if let word = choice.words.word(scalar.text, in: vocabulary) {
      if choice.needsSource { checkSource(node, context) }
      return reading(.word(word.english), node, context)
    }
    if let problem = truthLooking(scalar), case .problem(let finding, let arguments) = problem {
      collector.report(finding, at: node.place, arguments)
    } else if let word = choice.words.word(scalar.text, in: vocabulary.other) {
      reportMixed(scalar.text, corrected: word, at: node.place)
    } else {
      let known = choice.words.map { $0.text(in: vocabulary) }
      collector.report(
        .unknownWord, at: node.place, ["text": scalar.text, "suggestion": suggestion(for: scalar.text, among: known)])
    }
    return reading(.invalid, node, context)
  }

  func reportMixed(_ text: String, corrected: Word, at place: Place) {
    collector.report(.mixedVocabulary, at: place, ["word": text, "corrected": corrected.text(in: vocabulary)])
  }
}
