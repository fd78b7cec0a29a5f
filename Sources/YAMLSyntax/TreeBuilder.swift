import Findings
import SourceTree

/// Builds the tree of one parse from libyaml's events and reports what YAML allows but rule files do not.
struct TreeBuilder: ~Copyable {
  struct Tree {
    var root: Node?
    var isPartial: Bool
  }

  let text: CleanText
  let limits: YAMLReader.Limits
  let log: FindingLog
  /// Parts were blanked before this parse, so an anchor may be missing without fault.
  let isRepeated: Bool
  var anchors = AnchorTable()
  var isPartial = false
  /// The last quoted text that ran over a line end: the likely place of a forgotten quote.
  private(set) var lastLongQuote: (start: Position, end: Position)?
  private var parser: EventParser

  /// Deeper than this the parse ends: libyaml's time grows with the square of the depth.
  private static let hostileDepth = 128
  /// The builder calls itself once for each level.
  private static let greatestDepth = 256

  init(text: CleanText, limits: YAMLReader.Limits, log: FindingLog, isRepeated: Bool) {
    self.text = text
    self.limits = limits
    self.log = log
    self.isRepeated = isRepeated
    parser = EventParser(text.bytes)
  }

  var depthLimit: Int { min(max(0, limits.depth), Self.greatestDepth) }

  mutating func build() throws(ParseStop) -> Tree {
    _ = try next()
    let start = try next()
    guard case .documentStart = start.content else {
      reportEmpty(at: start)
      return Tree(root: nil, isPartial: isPartial)
    }
    let first = try next()
    let root = try buildRoot(first)
    _ = try next()
    let after = try next()
    if case .documentStart = after.content {
      log.report(.severalDocuments, at: after.start)
      isPartial = true
    }
    return Tree(root: root, isPartial: isPartial)
  }

  private mutating func buildRoot(_ event: YAMLEvent) throws(ParseStop) -> Node? {
    if case .scalar(let scalar) = event.content, scalar.style == .plain, !event.hasProperties {
      if scalar.text.isEmpty {
        reportEmpty(at: event)
        return nil
      }
      if reportHiddenEntries(in: event, lines: event.start.line...event.end.line) {
        isPartial = true
        return nil
      }
    }
    return try buildNode(event, depth: 0, inFlow: false).node
  }

  private func reportEmpty(at event: YAMLEvent) {
    guard !isRepeated else { return }
    log.report(.emptyDocument, at: Position(line: 1, column: 1))
  }

  mutating func next() throws(ParseStop) -> YAMLEvent {
    let event = try parser.next()
    if case .scalar(let scalar) = event.content, scalar.style == .doubleQuoted || scalar.style == .singleQuoted,
      event.start.line < event.end.line
    {
      lastLongQuote = (event.start, event.end)
    }
    return event
  }

  /// The node that begins with an event; depth is the number of collections around it.
  mutating func buildNode(_ event: YAMLEvent, depth: Int, inFlow: Bool) throws(ParseStop) -> BuiltNode {
    reportTag(of: event)
    switch event.content {
    case .alias(let name):
      return try resolve(name, at: event, depth: depth)
    case .scalar(let scalar):
      let built = buildScalar(scalar, event, inFlow: inFlow)
      anchors.finish(event.anchor, built)
      return built
    case .sequenceStart, .mappingStart:
      return try buildCollection(event, depth: depth + 1)
    default:
      return BuiltNode(end: event.end)
    }
  }

  private mutating func buildCollection(_ event: YAMLEvent, depth: Int) throws(ParseStop) -> BuiltNode {
    guard depth <= depthLimit else {
      log.report(.tooDeep, at: event.start, ["limit": String(depthLimit)])
      let end = try skipCollection(event, depth: depth)
      return BuiltNode(end: end)
    }
    anchors.open(event.anchor)
    var built: BuiltNode
    if case .sequenceStart = event.content {
      built = try buildSequence(event, depth: depth)
    } else {
      built = try buildMapping(event, depth: depth)
    }
    built.height += 1
    anchors.finish(event.anchor, built)
    return built
  }

  /// Passes over a collection without building it and returns where it ends.
  mutating func skipCollection(_ start: YAMLEvent, depth: Int) throws(ParseStop) -> Position {
    isPartial = true
    anchors.finish(start.anchor, BuiltNode(end: start.end))
    var end = start.end
    var open = 1
    while open > 0 {
      let event = try next()
      guard depth + open < depthLimit + Self.hostileDepth else {
        // Beyond the limit the nesting has been reported where it began.
        if depth <= depthLimit { log.report(.tooDeep, at: event.start, ["limit": String(depthLimit)]) }
        throw .abandoned
      }
      if event.opensCollection { open += 1 } else if event.closesCollection { open -= 1 }
      anchors.finish(event.anchor, BuiltNode(end: event.end))
      if case .scalar = event.content { end = event.end }
    }
    return end
  }

  private mutating func resolve(_ name: String, at event: YAMLEvent, depth: Int) throws(ParseStop) -> BuiltNode {
    let dropped = BuiltNode(end: event.end)
    switch anchors[name] {
    case .finished(let anchored):
      return try repeated(anchored, at: event, depth: depth)
    case .open:
      log.report(.anchorLoop, at: log.place(event.start, event.end), ["anchor": name])
    case nil:
      if !isRepeated { log.report(.unknownAnchor, at: log.place(event.start, event.end), ["anchor": name]) }
    }
    isPartial = true
    return dropped
  }

  /// What an alias stands for: the anchored node, but at the place of the alias.
  private mutating func repeated(
    _ anchored: BuiltNode, at event: YAMLEvent, depth: Int
  ) throws(ParseStop) -> BuiltNode {
    guard anchors.expand(anchored.weight, limit: limits.nodes) else {
      log.report(.aliasExpansion, at: log.place(event.start, event.end), ["limit": String(limits.nodes)])
      throw .abandoned
    }
    var built = anchored
    built.end = event.end
    built.node = anchored.node.map { Node($0.content, at: log.place(event.start, event.end)) }
    guard depth + anchored.height <= depthLimit else {
      log.report(.tooDeep, at: log.place(event.start, event.end), ["limit": String(depthLimit)])
      isPartial = true
      return BuiltNode(end: event.end)
    }
    return built
  }

  private func reportTag(of event: YAMLEvent) {
    guard let tag = event.tag else { return }
    let core = "tag:yaml.org,2002:"
    let shown = tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
    log.report(.customTag, at: event.start, ["tag": shown])
  }
}
