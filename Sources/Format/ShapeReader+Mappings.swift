import Values
import Findings
import SourceTree

extension ShapeReader {
  func readRecord(_ node: Node, _ record: RecordShape, _ context: Context) -> Reading {
    guard let entries = node.entries else { return wrongKind(node, expected: record.title, context) }
    let known = match(entries, with: record.keys)
    let says = record.alternatives.isEmpty || known.contains { record.alternatives.contains($0.key.name.english) }
    // A key that is not known may stand for one of them.
    if !says, known.count == entries.count, !isPartial { collector.report(.emptyList, at: context.keyPlace) }
    let context = covering(known, context)
    return reading(.record(readKnown(known, record.keys, in: node, context)), node, context)
  }

  /// How many unknown keys of one mapping are listed.
  static let unknownKeyLimit = 50

  /// The entries whose keys the record knows; the others are findings.
  func match(_ entries: [Entry], with keys: [Key]) -> [(key: Key, entry: Entry)] {
    var unknown = 0
    // Most documents have the keys in the usual order, so that the next one is near the last.
    var next = 0
    func known(_ text: String) -> Key? {
      for offset in keys.indices {
        let index = next + offset < keys.count ? next + offset : next + offset - keys.count
        guard keys[index].name.reads(text, in: vocabulary) else { continue }
        next = index + 1
        return keys[index]
      }
      return nil
    }
    return entries.indices.compactMap { index in
      let entry = entries[index]
      let text = entry.key.scalar?.text ?? ""
      if let key = known(text) { return (key, entry) }
      unknown += 1
      if unknown > ShapeReader.unknownKeyLimit {
        if unknown == ShapeReader.unknownKeyLimit + 1 { collector.report(.tooManyFindings, at: entry.key.place) }
        return nil
      }
      if let scalar = entry.key.scalar, let problem = truthLooking(scalar),
        case .problem(let kind, let arguments) = problem
      {
        collector.report(kind, at: entry.key.place, arguments)
      } else if index > 0, let number = splitNumber(entries[index - 1].value, entry) {
        collector.report(.thousandsSeparator, at: entries[index - 1].value.place, number)
      } else if let key = keys.first(where: { $0.name.text(in: vocabulary.other) == text }) {
        reportMixed(text, corrected: key.name, at: entry.key.place)
      } else {
        let names = keys.map { $0.name.text(in: vocabulary) }
        collector.report(
          .unknownKey, at: entry.key.place, ["key": text, "suggestion": suggestion(for: text, among: names)])
      }
      return nil
    }
  }

  /// `{amount: 1,300}` is read as an amount of 1 and a key 300 without a value.
  private func splitNumber(_ before: Node, _ entry: Entry) -> [String: String]? {
    guard let head = before.scalar, head.style == .plain, let tail = entry.key.scalar, tail.text.utf8.count >= 3,
      entry.value.scalar?.text.isEmpty ?? false, !head.text.isEmpty,
      (head.text + tail.text).utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
    else { return nil }
    return ["text": "\(head.text),\(tail.text)", "corrected": head.text + tail.text]
  }

  /// The readings of known entries, by canonical name; a missing required key is a finding.
  func readKnown(_ known: [(key: Key, entry: Entry)], _ keys: [Key], in node: Node, _ context: Context)
    -> Fields
  {
    let readings = Fields(
      all: known.map { key, entry in
        let name = key.name.english
        let context = context.under(entry.key.scalar?.text ?? name, at: entry.key.place)
        return Named(id: name, reading: read(entry.value, key.shape, context))
      })
    for key in keys where key.isRequired && !isPartial && readings[key.name.english] == nil {
      // A YAML mapping may run over many lines, its first key is enough; a JSON object is the place itself.
      let first = node.entries?.first?.key
      let place = first?.scalar?.isQuoted ?? true ? node.place : first?.place ?? node.place
      collector.report(.missingKey, at: place, ["key": key.name.text(in: vocabulary)])
    }
    return readings
  }

  /// The context with the mapping's own `source` in place of the inherited one.
  func covering(_ known: [(key: Key, entry: Entry)], _ context: Context) -> Context {
    guard let source = known.first(where: { $0.key.name.english == "source" }), let scalar = source.entry.value.scalar
    else { return context }
    var context = context
    context.citation = CitationText(scalar.text, at: source.entry.value.place)
    return context
  }

  func readVariant(_ node: Node, _ records: [RecordShape], _ context: Context) -> Reading {
    guard node.entries != nil, let chosen = RecordShape.among(records, for: node, in: vocabulary) else {
      return wrongKind(node, expected: records.last?.title ?? Word("a mapping", "映射"), context)
    }
    return readRecord(node, chosen, context)
  }

  func readDictionary(_ node: Node, _ dictionary: DictionaryShape, _ context: Context) -> Reading {
    guard let entries = node.entries else { return wrongKind(node, expected: dictionary.title, context) }
    if entries.isEmpty, !dictionary.allowsEmpty { collector.report(.emptyList, at: context.keyPlace) }
    let named: [Named] = entries.compactMap { entry in
      guard let scalar = entry.key.scalar else { return nil }
      if case .problem(let kind, let arguments) = dictionary.keyKind.read(scalar, vocabulary) {
        collector.report(kind, at: entry.key.place, arguments)
        return nil
      }
      return Named(
        id: scalar.text, reading: read(entry.value, dictionary.value, context.under(scalar.text, at: entry.key.place)))
    }
    return reading(.dictionary(named), node, context)
  }

  func readFilter(_ node: Node, _ dimensions: [DimensionShape], _ context: Context) -> Reading {
    guard let entries = node.entries else {
      return wrongKind(node, expected: Word("conditions such as {person: retired}", "条件，如 {人员: 退休}"), context)
    }
    if entries.isEmpty { collector.report(.emptyList, at: context.keyPlace) }
    let conditions: [Condition] = entries.compactMap { entry in
      guard let dimension = dimension(named: entry.key, among: dimensions) else { return nil }
      guard let scalar = entry.value.scalar else {
        _ = wrongKind(
          entry.value, expected: Word("a value of the dimension", "该维度的值"),
          context.under(dimension.name.english, at: entry.key.place))
        return nil
      }
      guard let key = caseKey(scalar, dimension, at: entry.value.place) else { return nil }
      return Condition(dimension: dimension.name.english, key: key, place: entry.value.place)
    }
    // Conditions that were dropped would make the rest hold for too many.
    let isWhole = conditions.count == entries.count && !entries.isEmpty
    return reading(isWhole ? .filter(conditions) : .invalid, node, context)
  }

  /// The dimension a key or `by` names; nil and a finding when there is none.
  func dimension(named node: Node, among fixed: [DimensionShape]) -> DimensionShape? {
    let text = node.scalar?.text ?? ""
    func isNamed(_ dimension: DimensionShape) -> Bool { dimension.name.reads(text, in: vocabulary) }
    if let found = fixed.first(where: isNamed) ?? addedDimensions.first(where: isNamed) { return found }
    let dimensions = fixed + addedDimensions
    if let other = dimensions.first(where: { $0.name.text(in: vocabulary.other) == text }) {
      reportMixed(text, corrected: other.name, at: node.place)
    } else {
      let names = dimensions.map { $0.name.text(in: vocabulary) }
      collector.report(
        .unknownDimension, at: node.place, ["text": text, "suggestion": suggestion(for: text, among: names)])
    }
    return nil
  }

  /// A case or condition of a dimension; nil and a finding when the text has no such form.
  func caseKey(_ scalar: Scalar, _ dimension: DimensionShape, at place: Place) -> CaseKey? {
    if let problem = truthLooking(scalar), case .problem(let kind, let arguments) = problem {
      collector.report(kind, at: place, arguments)
      return nil
    }
    if scalar.text == TableShape.anyCase.text(in: vocabulary.other) {
      reportMixed(scalar.text, corrected: TableShape.anyCase, at: place)
      return nil
    }
    // Joined codes are text to every reader; digits alone are a number.
    if dimension.hasCodes, scalar.style == .plain, scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      collector.report(.unquotedCode, at: place, ["text": scalar.text, "corrected": "\"\(scalar.text)\""])
      return nil
    }
    guard let key = CaseKey(scalar.text, dimension: dimension, vocabulary: vocabulary) else {
      collector.report(
        .badCaseKey, at: place, ["text": scalar.text, "dimension": dimension.name.text(in: vocabulary)])
      return nil
    }
    if case .values = key, let mixed = otherVocabulary(scalar.text, dimension) {
      reportMixed(mixed.text(in: vocabulary.other), corrected: mixed, at: place)
      return nil
    }
    return key
  }

  /// A part of `a/b` that is a value's name in the other language only.
  private func otherVocabulary(_ text: String, _ dimension: DimensionShape) -> Word? {
    func otherWord(_ part: String) -> Word? {
      dimension.values.word(part, in: vocabulary) == nil ? dimension.values.word(part, in: vocabulary.other) : nil
    }
    if !text.utf8.contains(UInt8(ascii: "/")) { return otherWord(text) }
    return text.split(separator: "/").lazy.map(String.init).compactMap(otherWord).first
  }
}
