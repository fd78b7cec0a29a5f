import Claims
import Findings
import SourceTree

/// Reads lines of a log.
struct DecisionReader {
  let collector: FindingCollector

  /// What a line of a log is.
  enum Line {
    case decision(DecisionRecord)
    /// Written by the log itself, such as that it could be written again.
    case note
  }

  /// Nil and findings when it is neither.
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
    if root["note"] != nil { return .note }
    do throws(WrongField) {
      let record = try record(of: root)
      if let altered = DecisionReader.alteredField(record, root) {
        collector.report(.decisionAltered, at: place, ["id": record.circumstances.id, "field": altered])
        return nil
      }
      return .decision(record)
    } catch {
      collector.report(.decisionFieldWrong, at: place, ["field": error.name])
      return nil
    }
  }

  private struct WrongField: Error { let name: String }

  private static func problem(_ finding: Finding?) -> [String: String] {
    ["problem": finding?.message(in: .english) ?? "", "problem_zh": finding?.message(in: .chinese) ?? ""]
  }

  private func record(of root: Node) throws(WrongField) -> DecisionRecord {
    guard let kind = DecisionKind(rawValue: try text("kind", root)) else { throw WrongField(name: "kind") }
    let circumstances = DecisionCircumstances(
      id: try text("decision_id", root), timestamp: try text("timestamp", root),
      knownAt: try text("known_at", root), engine: try text("engine", root), revision: try text("revision", root))
    let errors = (root["errors"]?.items ?? []).compactMap { $0.scalar?.text }
    let paid = Paid(of: root, fund: "fund", person: "person")
    if errors.isEmpty, kind == .settle, paid == nil { throw WrongField(name: "fund") }
    let region = told("region", root)
    let answer = AnswerDigest(
      // A refusal names no rules; the region beside it is the claim's.
      region: errors.isEmpty ? region : nil, version: told("version", root), rulesDigest: told("rules_digest", root),
      errors: errors, paid: paid, result: try text("result_digest", root), figures: try text("figures_digest", root))
    return DecisionRecord(
      kind: kind, circumstances: circumstances, region: region, lawDate: told("law_date", root),
      input: root["input"].map { CanonicalText.of($0) }, answer: answer)
  }

  private func text(_ name: String, _ root: Node) throws(WrongField) -> String {
    guard let text = told(name, root), !text.isEmpty else { throw WrongField(name: name) }
    return text
  }

  private func told(_ name: String, _ root: Node) -> String? {
    root[name]?.scalar.flatMap { $0.isQuoted ? $0.text : nil }
  }

  /// A field that the rest of the record contradicts.
  private static func alteredField(_ record: DecisionRecord, _ root: Node) -> String? {
    let digest = root["input_digest"]?.scalar?.text
    if record.input.map({ Digest.of($0) }) != digest { return "input" }
    if root["outcome"]?.scalar?.text != record.outcome.rawValue { return "outcome" }
    return nil
  }
}
