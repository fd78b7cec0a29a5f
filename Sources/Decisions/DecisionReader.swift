import Claims
import Findings
import JSONSyntax
import SourceTree

/// Reads lines of a log.
struct DecisionReader {
  let collector: FindingCollector

  /// What a line of a log is.
  enum Content {
    case decision(DecisionRecord)
    /// Written by the log itself: that it could be written again.
    case note
  }

  struct Line {
    let content: Content
    /// What it says is the digest of the line before.
    let previous: String?
  }

  /// Nil and findings when it is neither, or not as the log writes it, to the last character.
  ///
  /// - Parameter number: of the line in its file, from 1.
  func read(_ bytes: [UInt8], of path: String, number: Int) -> Line? {
    let file = SourceFile(path: path, bytes: bytes)
    let own = FindingCollector()
    let place = Place(file: file, at: Position(line: number, column: 1))
    guard let root = JSONReader.read(file, firstLine: number, collector: own), !own.hasErrors else {
      collector.report(.decisionUnreadable, at: place, DecisionReader.problem(own.findings.first))
      return nil
    }
    do throws(WrongField) {
      let previous = told(LogChain.member, root)
      let content = try content(of: root, bytes, previous, place)
      return content.map { Line(content: $0, previous: previous) }
    } catch {
      collector.report(.decisionFieldWrong, at: place, ["field": error.name])
      return nil
    }
  }

  private struct WrongField: Error { let name: String }

  private static func problem(_ finding: Finding?) -> [String: String] {
    ["problem": finding?.message(in: .english) ?? "", "problem_zh": finding?.message(in: .chinese) ?? ""]
  }

  private func content(
    of root: Node, _ bytes: [UInt8], _ previous: String?, _ place: Place
  ) throws(WrongField) -> Content? {
    if root["note"] != nil {
      let note = LogNote(timestamp: told("timestamp", root) ?? "", reason: told("reason", root) ?? "")
      guard LogChain.line(note.line, after: previous).utf8.elementsEqual(bytes) else { throw WrongField(name: "note") }
      return .note
    }
    let record = try record(of: root)
    if let field = DecisionReader.alteredField(record, previous, root, bytes) {
      collector.report(.decisionAltered, at: place, ["id": record.circumstances.id, "field": field])
      return nil
    }
    return .decision(record)
  }

  private func record(of root: Node) throws(WrongField) -> DecisionRecord {
    guard let kind = DecisionKind(rawValue: try text("kind", root)) else { throw WrongField(name: "kind") }
    if let input = root["input"], input.entries == nil { throw WrongField(name: "input") }
    let circumstances = DecisionCircumstances(
      id: try text("decision_id", root), timestamp: try text("timestamp", root),
      knownAt: try text("known_at", root), engine: try text("engine", root), revision: try text("revision", root))
    return DecisionRecord(kind, masked: root["input"], try answer(of: root, kind), circumstances)
  }

  private func answer(of root: Node, _ kind: DecisionKind) throws(WrongField) -> AnswerDigest {
    let result = try text("result_digest", root)
    let figures = try text("figures_digest", root)
    let errors = (root["errors"]?.items ?? []).compactMap { $0.scalar?.text }
    // A refusal names no rules and no amounts; the region beside it is the claim's.
    guard errors.isEmpty else {
      return AnswerDigest(
        region: nil, version: nil, rulesDigest: nil, errors: errors, paid: nil, result: result, figures: figures)
    }
    let paid = Paid(of: root, fund: "fund", person: "person")
    if kind == .settle, paid == nil { throw WrongField(name: "fund") }
    return AnswerDigest(
      region: told("region", root), version: told("version", root), rulesDigest: told("rules_digest", root),
      errors: [], paid: paid, result: result, figures: figures)
  }

  private func text(_ name: String, _ root: Node) throws(WrongField) -> String {
    guard let text = told(name, root), !text.isEmpty else { throw WrongField(name: name) }
    return text
  }

  private func told(_ name: String, _ root: Node) -> String? {
    root[name]?.scalar.flatMap { $0.isQuoted ? $0.text : nil }
  }
}

extension DecisionReader {
  /// A member that the rest of the record contradicts, or that the log would not have written so; nil when the line is
  /// what the log wrote.
  private static func alteredField(
    _ record: DecisionRecord, _ previous: String?, _ root: Node, _ bytes: [UInt8]
  ) -> String? {
    // Only of what was refused can it be that it was no JSON.
    if record.input == nil, record.errors.isEmpty { return "input" }
    if record.input.map({ Digest.of($0) }) != root["input_digest"]?.scalar?.text { return "input" }
    if LogChain.line(record.line, after: previous).utf8.elementsEqual(bytes) { return nil }
    var expected = record.members
    if let previous { expected.append((LogChain.member, JSONText.string(previous))) }
    return differingMember(expected, root.entries ?? []) ?? "spelling"
  }

  /// The name of the first member that is not there as it should be; nil when only spaces or escapes differ.
  private static func differingMember(_ expected: [(name: String, value: String)], _ entries: [Entry]) -> String? {
    let found = entries.map { (name: $0.key.scalar?.text ?? "", value: CanonicalText.of($0.value)) }
    for (place, member) in expected.enumerated() {
      guard place < found.count else { return member.name }
      if found[place].name != member.name {
        let isKnown = expected.contains { $0.name == found[place].name }
        return isKnown ? member.name : found[place].name
      }
      if found[place].value != member.value { return member.name }
    }
    return found.count > expected.count ? found[expected.count].name : nil
  }
}
