import Claims
import Findings
import JSONSyntax
import Registry
import SourceTree
import TestSupport
import Testing

/// The policy sets that claims are settled with.
enum Policies {
  static let shipped = ClaimSettler(source: PolicySnapshot.load(Repository.path("policies")))
  static let normative = ClaimSettler(
    source: PolicySnapshot.load(
      Repository.path("examples/normative/policies"), catalogue: Repository.path("policies/catalogue")))
}

extension ClaimSettler<PolicySnapshot> {
  /// The line that answers a claim, as the command writes it.
  func line(_ claim: String, number: Int = 1, explaining: Bool = false) -> String {
    line(bytes: Array(claim.utf8), number: number, explaining: explaining)
  }

  func line(bytes: [UInt8], number: Int = 1, explaining: Bool = false) -> String {
    var chain: AccountChain?
    let result = settle(
      json: SourceFile(path: "claim", bytes: bytes), line: number, explaining: explaining, chain: &chain)
    return SettlementWriter(catalogue: source.catalogue, language: .english).line(for: result, number: number)
  }

  /// The answer to a claim, read back from its line.
  func answer(_ claim: String, number: Int = 1, explaining: Bool = false) throws -> Answer {
    try Answer(line: line(claim, number: number, explaining: explaining))
  }

  func answer(_ claim: DemoClaim, explaining: Bool = false) throws -> Answer {
    try answer(claim.json, explaining: explaining)
  }
}

/// One line of output, read as a caller would.
struct Answer {
  let line: String
  let root: Node

  init(line: String) throws {
    self.line = line
    root = try #require(
      JSONReader.read(SourceFile(path: "answer", bytes: Array(line.utf8)), collector: FindingCollector()),
      "the answer is not JSON: \(line)")
  }

  var isSettled: Bool { root["setlinfo"] != nil && root["errors"] == nil }

  var errors: [AnswerError] {
    (root["errors"]?.items ?? []).map { item in
      AnswerError(
        item["code"]?.scalar?.text ?? "", at: item["pointer"]?.scalar?.text,
        message: item["message"]?.scalar?.text ?? "")
    }
  }

  /// The text of a value by the names that lead to it.
  func text(_ path: String...) -> String? {
    path.reduce(Optional(root)) { $0?[$1] }?.scalar?.text
  }

  /// The names of the members below a path, in their order.
  func names(_ path: String...) -> [String] {
    (path.reduce(Optional(root)) { $0?[$1] }?.entries ?? []).compactMap { $0.key.scalar?.text }
  }
}

/// An error of an answer; two are equal when code and pointer are.
struct AnswerError: Equatable, Sendable, CustomStringConvertible {
  let code: String
  let pointer: String?
  let message: String

  init(_ code: String, at pointer: String?, message: String = "") {
    self.code = code
    self.pointer = pointer
    self.message = message
  }

  static func == (left: AnswerError, right: AnswerError) -> Bool {
    left.code == right.code && left.pointer == right.pointer
  }

  var description: String { "\(code) at \(pointer ?? "no place"): \(message)" }
}
