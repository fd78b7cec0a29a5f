import Claims
import Findings
import RegionPolicy
import Settlement

/// Answers about claims from one set of rules.
package struct ClaimAnswerer: Sendable {
  let rules: ServedRules
  let decisions: any DecisionKeeping
  let language: Language
  let isExplaining: Bool

  package init(rules: ServedRules, decisions: any DecisionKeeping, language: Language, isExplaining: Bool = false) {
    self.rules = rules
    self.decisions = decisions
    self.language = language
    self.isExplaining = isExplaining
  }

  private var isEnglish: Bool { language == .english }

  /// What one claim comes to. Every decision is kept before it is returned; what could not even be read is none.
  package func settle(_ claim: [UInt8]) -> Reply { settled(claim).reply(language) }

  /// What one line of a batch comes to, as one line.
  package func settle(_ claim: [UInt8], line: Int) -> BatchLine { settled(claim).line(line, language) }

  /// The answer to a line that was too long to be read.
  package func refuse(tooLong limit: Int, line: Int) -> BatchLine {
    Outcome(Refusal(413, .lineTooLong, ["limit": "\(limit)"])).line(line, language)
  }

  /// The answer to a line that was not complete in time.
  package func refuse(tooSlow seconds: Int64, line: Int) -> BatchLine {
    Outcome(Refusal(408, .requestTooSlow, ["seconds": "\(seconds)"])).line(line, language)
  }

  /// What follows from a claim's filings, and on which clauses.
  package func standing(_ claim: [UInt8]) -> Reply {
    let report = rules.policies.standing(of: claim, english: isEnglish)
    return outcome(of: .standing, claim, report.json, report.failed).reply(language)
  }

  private func settled(_ claim: [UInt8]) -> Outcome {
    let answer = rules.policies.settle(claim: claim, explaining: isExplaining, english: isEnglish)
    let failed = if case .failed(let failed) = answer.result { failed } else { FailedClaim?.none }
    return outcome(of: .settle, claim, answer.json, failed)
  }

  private func outcome(of kind: Decision.Kind, _ claim: [UInt8], _ result: String, _ failed: FailedClaim?) -> Outcome {
    let refusal = failed.map { Refusal($0) }
    if let refusal, [400, 413].contains(refusal.status) { return Outcome(refusal) }
    let decision = Decision(
      kind: kind, revision: rules.revision, rulesLoadedAt: rules.loadedAt, input: claim, result: result)
    guard let id = decisions.keep(decision) else { return Outcome.unkept }
    return Outcome(refusal, decision: id, revision: rules.revision, result: result)
  }
}

/// One line of a batch's answer, without its end.
package struct BatchLine: Sendable {
  package let text: String
  package let isSettled: Bool
}

/// What became of one claim.
private struct Outcome {
  private let refusal: Refusal?
  private let decision: String?
  private let revision: String?
  private let result: String

  init(_ refusal: Refusal?, decision: String? = nil, revision: String? = nil, result: String = "") {
    self.refusal = refusal
    self.decision = decision
    self.revision = revision
    self.result = result
  }

  /// Nothing is answered that leaves no trace.
  static var unkept: Outcome {
    Outcome(Refusal(503, .notReady, ["reason_zh": "决定日志写不进去", "reason": "the decision log cannot be written"]))
  }

  private var status: Int { refusal?.status ?? 200 }

  func reply(_ language: Language) -> Reply {
    var reply = Reply(status: status, body: text(language))
    reply.fields = refusal?.fields ?? []
    return reply
  }

  func line(_ number: Int, _ language: Language) -> BatchLine {
    let text = text(language, leading: [("line", "\(number)"), ("status", "\(status)")])
    return BatchLine(text: text, isSettled: refusal == nil)
  }

  private func text(_ language: Language, leading: [(name: String, value: String)] = []) -> String {
    var members = leading
    if let decision { members.append(("decision_id", JSONText.string(decision))) }
    if let revision { members.append(("revision", JSONText.string(revision))) }
    if let refusal { return RefusalBody.object(refusal, language, leading: members) }
    return JSONText.object(members + [("result", result)])
  }
}
