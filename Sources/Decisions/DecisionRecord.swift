import Claims
import Findings
import JSONSyntax
import SourceTree
import Values

/// One decision as the log keeps it: enough to make it again, and to see whether it comes out the same.
package struct DecisionRecord: Sendable {
  package let kind: DecisionKind
  package let circumstances: DecisionCircumstances
  /// Where the person is insured: of the rules that were applied, or what the claim says.
  package let region: String?
  /// The day whose rules were applied.
  package let lawDate: String?
  /// The claim without who the person is, as JSON text; nil when it was not JSON.
  package let input: String?
  let answer: AnswerDigest

  /// Nil when the answer is no answer of this program.
  ///
  /// - Parameters:
  ///   - claim: what came, as it came.
  ///   - answer: the settlement, standing or error record as JSON text.
  package init?(_ kind: DecisionKind, claim: [UInt8], answer: String, _ circumstances: DecisionCircumstances) {
    guard let answer = AnswerDigest(json: answer) else { return nil }
    let masked = DecisionRecord.tree(of: claim).map { IdentityMask.masked(claim: $0) }
    self.init(kind, masked: masked, answer, circumstances)
  }

  /// - Parameter masked: the claim; nil when it was not JSON.
  init(_ kind: DecisionKind, masked: Node?, _ answer: AnswerDigest, _ circumstances: DecisionCircumstances) {
    self.kind = kind
    self.circumstances = circumstances
    region = answer.region ?? DecisionRecord.text("insuplc_admdvs", of: masked)
    lawDate = DecisionRecord.day(of: masked)
    input = masked.map { CanonicalText.of($0) }
    self.answer = answer
  }

  package var paid: Paid? { answer.paid }

  /// Codes of what kept the claim from being settled; none when it was.
  package var errors: [String] { answer.errors }

  /// Nil for what is no JSON object, for keys that stand twice, since without the second one it would be another claim,
  /// and for what is nested so deeply that it could not be read inside a record.
  private static func tree(of claim: [UInt8]) -> Node? {
    let collector = FindingCollector()
    // Read one level down, as it will stand in the record.
    let nested = SourceFile(path: "claim", bytes: [UInt8(ascii: "[")] + claim + [UInt8(ascii: "]")])
    let items = JSONReader.read(nested, collector: collector)?.items ?? []
    return collector.hasErrors || items.count != 1 || items[0].entries == nil ? nil : items[0]
  }

  private static func text(_ field: String, of root: Node?) -> String? {
    root?[field]?.scalar.flatMap { $0.isQuoted ? $0.text : nil }
  }

  private static func day(of root: Node?) -> String? {
    text("setl_time", of: root).flatMap { CivilDate(String($0.prefix(10))) }.map { "\($0)" }
  }
}

extension DecisionRecord {
  /// The line of the log, without its end and without its place in the chain.
  package var line: String { JSONText.object(members) }

  /// What the line says, as JSON text, in its one order and spelling.
  var members: [(name: String, value: String)] {
    var members: [(name: String, value: String)] = [
      ("decision_id", JSONText.string(circumstances.id)), ("timestamp", JSONText.string(circumstances.timestamp)),
      ("kind", JSONText.string(kind.rawValue)),
    ]
    func add(_ name: String, _ value: String?) {
      if let value { members.append((name, JSONText.string(value))) }
    }
    add("region", region)
    add("law_date", lawDate)
    add("known_at", circumstances.knownAt)
    add("engine", circumstances.engine)
    add("revision", circumstances.revision)
    add("version", answer.version)
    add("rules_digest", answer.rulesDigest)
    if let input { members.append(("input", input)) }
    add("input_digest", input.map { Digest.of($0) })
    add("result_digest", answer.result)
    add("figures_digest", answer.figures)
    add("outcome", outcome.rawValue)
    if !errors.isEmpty {
      members.append(("errors", "[" + errors.map { JSONText.string($0) }.joined(separator: ", ") + "]"))
    }
    if let paid {
      members += [("fund", YuanText.plain(paid.fund)), ("person", YuanText.plain(paid.person))]
    }
    return members
  }

  enum Outcome: String {
    case settled
    case said
    case refused
  }

  var outcome: Outcome { errors.isEmpty ? (kind == .settle ? .settled : .said) : .refused }
}
