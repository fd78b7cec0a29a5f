import Claims
import Findings
import JSONSyntax
import SourceTree

/// What a record keeps of an answer.
struct AnswerDigest: Hashable, Sendable {
  let region: String?
  let version: String?
  /// Of the files that the rules in force were resolved from.
  let rulesDigest: String?
  /// Codes, in their order; none when the claim was settled.
  let errors: [String]
  /// Nil when nothing was settled.
  let paid: Paid?
  /// Of everything the answer says, without words and without who the person is.
  let result: String
  /// The same without what names the rules: equal where other rules come to the same.
  let figures: String

  init(
    region: String?, version: String?, rulesDigest: String?, errors: [String], paid: Paid?, result: String,
    figures: String
  ) {
    self.region = region
    self.version = version
    self.rulesDigest = rulesDigest
    self.errors = errors
    self.paid = paid
    self.result = result
    self.figures = figures
  }

  /// Nil when the text is no answer.
  init?(json: String) {
    let file = SourceFile(path: "answer", bytes: Array(json.utf8))
    let collector = FindingCollector()
    guard let root = JSONReader.read(file, collector: collector), !collector.hasErrors, root.entries != nil else {
      return nil
    }
    let rules = root["rules"]
    region = rules?["region"]?.scalar?.text
    version = rules?["version"]?.scalar?.text
    rulesDigest = rules?["digest"]?.scalar?.text
    errors = (root["errors"]?.items ?? []).compactMap { $0["code"]?.scalar?.text }
    guard (rules != nil) != !errors.isEmpty else { return nil }
    paid = Paid(of: root["setlinfo"], fund: "fund_pay_sumamt", person: "psn_part_amt")
    let masked = IdentityMask.masked(answer: root)
    result = Digest.of(CanonicalText.of(AnswerDigest.reduced(masked, without: AnswerDigest.words)))
    let figures = AnswerDigest.words.union(["rules"])
    self.figures = Digest.of(CanonicalText.of(AnswerDigest.reduced(masked, without: figures)))
  }

  /// What depends on the language, on being asked for, or on where the claim stood in a file.
  private static let words: Set<String> = ["explanation", "message", "help", "line", "text", "clause"]

  /// Members whose own members have names that a region's rules give.
  private static let named: Set<String> = ["layers", "accounts", "accounts_before"]

  private static func reduced(_ node: Node, without names: Set<String>) -> Node {
    switch node.content {
    case .scalar: node
    case .sequence(let items): Node(.sequence(items.map { reduced($0, without: names) }), at: node.place)
    case .mapping(let entries):
      Node(
        .mapping(
          entries.compactMap { entry in
            let name = entry.key.scalar?.text ?? ""
            if named.contains(name) { return entry }
            return names.contains(name) ? nil : Entry(key: entry.key, value: reduced(entry.value, without: names))
          }), at: node.place)
    }
  }
}
