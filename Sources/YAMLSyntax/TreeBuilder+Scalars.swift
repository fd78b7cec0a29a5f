import Findings
import SourceTree

extension TreeBuilder {
  func buildScalar(_ scalar: Scalar, _ event: YAMLEvent, inFlow: Bool) -> BuiltNode {
    if inFlow, scalar.style == .plain, event.start.line < event.end.line {
      log.report(
        .multilineFlowScalar, at: log.place(event.start, event.end), ["text": ShortText.of(scalar.text)])
    }
    let place = log.place(start(of: scalar, event), end(of: scalar, event))
    return BuiltNode(node: Node(.scalar(scalar), at: place), end: place.end)
  }

  /// libyaml lets a node begin at its anchor or tag; a plain text of one line is as long as its characters.
  private func start(of scalar: Scalar, _ event: YAMLEvent) -> Position {
    guard event.hasProperties, scalar.style == .plain, event.start.line == event.end.line else { return event.start }
    let length = scalar.text.unicodeScalars.count
    return Position(line: event.end.line, column: max(event.start.column, event.end.column - length))
  }

  /// A block text ends for libyaml where the next line begins, but for a reader after its last character.
  private func end(of scalar: Scalar, _ event: YAMLEvent) -> Position {
    guard scalar.style == .block, event.end.column == 1 else { return event.end }
    var line = event.end.line - 1
    while line > event.start.line, text.isBlank(line: line) { line -= 1 }
    return line >= event.start.line ? text.end(ofLine: line) : event.end
  }

  /// `{a:85%}` is for YAML a key without value. When that is what stands there: the entry that was meant.
  func splitEntry(_ key: YAMLEvent, _ value: YAMLEvent) -> Entry? {
    guard case .scalar(let whole) = key.content, whole.style == .plain, !key.hasProperties,
      key.start.line == key.end.line,
      case .scalar(let missing) = value.content, missing.style == .plain, missing.text.isEmpty,
      value.start == value.end, !value.hasProperties
    else { return nil }
    let characters = whole.text.unicodeScalars
    guard let colon = characters.firstIndex(where: { $0 == ":" || $0 == "：" }), colon != characters.startIndex
    else { return nil }
    let name = String(characters[..<colon])
    let afterColon = characters[characters.index(after: colon)...]
    let rest = afterColon.drop { $0 == " " }
    guard !rest.isEmpty, !rest.starts(with: "//".unicodeScalars) else { return nil }
    reportSplit(characters[colon], name: name, value: String(rest), key)
    let width = name.unicodeScalars.count
    let valueColumn = key.end.column - rest.count
    let keyEnd = Position(line: key.start.line, column: key.start.column + width)
    let valueStart = Position(line: key.end.line, column: max(keyEnd.column, valueColumn))
    return Entry(
      key: Node(.scalar(Scalar(name, .plain)), at: log.place(key.start, keyEnd)),
      value: Node(.scalar(Scalar(String(rest), .plain)), at: log.place(valueStart, key.end)))
  }

  private func reportSplit(_ colon: Unicode.Scalar, name: String, value: String, _ key: YAMLEvent) {
    let place = log.place(key.start, key.end)
    if colon == ":" {
      log.report(
        .missingSpace, at: place,
        ["text": ShortText.of("\(name):\(value)"), "corrected": ShortText.of("\(name): \(value)")])
    } else {
      log.report(
        .fullWidthPunctuation, at: place,
        ["character": "：", "corrected": LineHint.corrected(key.start.line, in: text, isInFlow: true)])
    }
  }

  /// Plain text that is meant to be entries: reported, and true.
  func isEntriesTakenForText(_ event: YAMLEvent, after key: YAMLEvent?) -> Bool {
    guard case .scalar(let scalar) = event.content, scalar.style == .plain else { return false }
    let lines = event.start.line...event.end.line
    guard let key else { return lines.count > 1 && reportHiddenEntries(in: event, lines: lines) }
    // A text on the line of its key is meant as text; only the lines below it may be entries.
    let first = key.end.line < event.start.line ? event.start.line : event.start.line + 1
    guard first <= event.end.line else { return false }
    if lines.count > 1 { return reportHiddenEntries(in: event, lines: first...event.end.line) }
    // One line below its key may be a long Chinese text with a full-width colon, but hardly `word:value`.
    guard let hint = LineHint.find(first, in: text), hint.kind == .missingSpace else { return false }
    hint.report(in: text, log: log)
    return true
  }

  /// Reports each line of a plain text that looks like an entry; false when none does.
  func reportHiddenEntries(in event: YAMLEvent, lines: ClosedRange<Int>) -> Bool {
    let hints = lines.compactMap { LineHint.find($0, in: text) }
    for hint in hints { hint.report(in: text, log: log) }
    return !hints.isEmpty
  }
}

/// Keeps the texts in findings readable.
enum ShortText {
  static func of(_ text: String, most: Int = 160) -> String {
    let start = text.prefix(most)
    return start.endIndex == text.endIndex ? text : start + "…"
  }
}
