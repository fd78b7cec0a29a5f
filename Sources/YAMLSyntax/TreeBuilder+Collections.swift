import Findings
import SourceTree

extension TreeBuilder {
  mutating func buildSequence(_ start: YAMLEvent, depth: Int) throws(ParseStop) -> BuiltNode {
    var span = CollectionSpan(start)
    var items: [Node] = []
    while true {
      let event = try next()
      if event.closesCollection {
        span.close(event)
        break
      }
      let item = try buildValue(event, depth: depth, inFlow: start.isFlow)
      span.add(item, from: event.start)
      if let node = item.node { items.append(node) }
    }
    return span.built(.sequence(items), log: log)
  }

  mutating func buildMapping(_ start: YAMLEvent, depth: Int) throws(ParseStop) -> BuiltNode {
    var span = CollectionSpan(start)
    var entries = EntryList()
    while true {
      let keyEvent = try next()
      if keyEvent.closesCollection {
        span.close(keyEvent)
        break
      }
      let key = try buildKey(keyEvent, depth: depth, inFlow: start.isFlow)
      span.add(key, from: keyEvent.start)
      let valueEvent = try next()
      if start.isFlow, let entry = splitEntry(keyEvent, valueEvent) {
        entries.add(entry, log: log)
        continue
      }
      let value = try buildValue(valueEvent, depth: depth, inFlow: start.isFlow, after: keyEvent)
      span.add(value, from: valueEvent.start)
      guard let keyNode = key.node, let valueNode = value.node, isOrdinaryKey(keyNode, keyEvent) else {
        isPartial = true
        continue
      }
      entries.add(Entry(key: keyNode, value: valueNode), log: log)
    }
    return span.built(.mapping(entries.entries), log: log)
  }

  /// A key; its node is nil when it is no text.
  private mutating func buildKey(_ event: YAMLEvent, depth: Int, inFlow: Bool) throws(ParseStop) -> BuiltNode {
    if event.opensCollection {
      log.report(.notAKey, at: event.start)
      let end = try skipCollection(event, depth: depth + 1)
      return BuiltNode(end: end)
    }
    var key = try buildNode(event, depth: depth, inFlow: inFlow)
    if let node = key.node, node.scalar == nil {
      log.report(.notAKey, at: node.place)
      key.node = nil
    }
    return key
  }

  /// An item or the value of a key; its node is nil when it turns out to be entries that were not read as such.
  private mutating func buildValue(
    _ event: YAMLEvent, depth: Int, inFlow: Bool, after key: YAMLEvent? = nil
  ) throws(ParseStop) -> BuiltNode {
    if !inFlow, isEntriesTakenForText(event, after: key) {
      isPartial = true
      return BuiltNode(end: event.end)
    }
    return try buildNode(event, depth: depth, inFlow: inFlow)
  }

  /// False for a key that was reported and whose entry cannot be used.
  private func isOrdinaryKey(_ node: Node, _ event: YAMLEvent) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain, case .scalar = event.content else { return true }
    if scalar.text == "<<" {
      log.report(.mergeKey, at: node.place)
      return false
    }
    guard scalar.text.utf8.contains(0xEF), scalar.text.unicodeScalars.contains("：") else { return true }
    log.report(
      .fullWidthPunctuation, at: node.place,
      ["character": "：", "corrected": LineHint.corrected(node.place.start.line, in: text, isInFlow: false)])
    return false
  }
}

/// The entries of a mapping while it is read; the first of equal keys stays.
private struct EntryList {
  private(set) var entries: [Entry] = []
  /// Indices of entries by key, once there are too many to look through.
  private var indices: [String: Int] = [:]

  /// Up to so many entries comparing keys is faster than an index.
  private static let most = 16

  mutating func add(_ entry: Entry, log: FindingLog) {
    let key = entry.key.scalar?.text ?? ""
    if let first = index(of: key) {
      log.report(.duplicateKey, at: entry.key.place, related: entries[first].key.place, ["key": ShortText.of(key)])
      return
    }
    entries.append(entry)
    if entries.count == EntryList.most {
      for (index, entry) in entries.enumerated() { indices[entry.key.scalar?.text ?? ""] = index }
    } else if entries.count > EntryList.most {
      indices[key] = entries.count - 1
    }
  }

  private func index(of key: String) -> Int? {
    if entries.count >= EntryList.most { return indices[key] }
    return entries.firstIndex { $0.key.isText(key) }
  }
}

/// Where a collection begins and ends, and what it weighs.
private struct CollectionSpan {
  private var start: Position?
  private var end: Position
  private let isFlow: Bool
  private var weight = 1
  private var height = 0

  init(_ event: YAMLEvent) {
    // libyaml lets a collection begin at its anchor or tag; then the first entry tells more.
    start = event.hasProperties && !event.isFlow ? nil : event.start
    end = event.isFlow ? event.end : event.start
    isFlow = event.isFlow
  }

  mutating func add(_ part: BuiltNode, from position: Position) {
    start = start ?? position
    end = max(end, part.end)
    let (sum, overflow) = weight.addingReportingOverflow(part.weight)
    weight = overflow ? .max : sum
    height = max(height, part.height)
  }

  /// Only brackets end where libyaml says; a block collection ends for it at the next token, lines below.
  mutating func close(_ event: YAMLEvent) {
    if isFlow { end = max(end, event.end) }
  }

  func built(_ content: Node.Content, log: FindingLog) -> BuiltNode {
    let place = log.place(start ?? end, end)
    return BuiltNode(node: Node(content, at: place), weight: weight, height: height, end: end)
  }
}
