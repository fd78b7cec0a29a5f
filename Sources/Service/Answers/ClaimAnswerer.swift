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
  package func settle(_ claim: [UInt8], path: String) -> Reply {
    outcome(claim, path: path).reply(language)
  }

  /// What one line of a batch comes to, as one line.
  package func settle(_ claim: [UInt8], line: Int, path: String) -> BatchLine {
    let outcome = outcome(claim, path: path)
    return BatchLine(text: outcome.text(language, leading: ("line", "\(line)")), isSettled: outcome.status == 200)
  }

  /// The answer to a line that was too long to be read.
  package func refuse(tooLong limit: Int, line: Int) -> BatchLine {
    let refusal = Refusal(413, .lineTooLong, ["limit": "\(limit)"])
    let outcome = Outcome(refusal: refusal, status: 413)
    return BatchLine(text: outcome.text(language, leading: ("line", "\(line)")), isSettled: false)
  }

  /// What follows from a claim's filings, and on which clauses.
  package func standing(_ claim: [UInt8]) -> Reply {
    let report = rules.policies.standing(of: claim, english: isEnglish)
    if let failed = report.failed { return RefusalBody.reply(Refusal(failed), language) }
    return Reply(
      body: JSONText.object([("revision", JSONText.string(rules.revision)), ("result", report.json)]))
  }

  private func outcome(_ claim: [UInt8], path: String) -> Outcome {
    let answer = rules.policies.settle(claim: claim, explaining: isExplaining, english: isEnglish)
    let refusal = if case .failed(let failed) = answer.result { Refusal(failed) } else { Refusal?.none }
    if let refusal, [400, 413].contains(refusal.status) { return Outcome(refusal: refusal, status: refusal.status) }
    let decision = Decision(
      path: path, revision: rules.revision, input: claim, result: answer.json, isSettled: answer.isSettled)
    guard let id = decisions.keep(decision) else { return Outcome.unkept }
    return Outcome(
      refusal: refusal, status: refusal?.status ?? 200, decision: id, revision: rules.revision, result: answer.json)
  }
}

/// One line of a batch's answer, without its end.
package struct BatchLine: Sendable {
  package let text: String
  package let isSettled: Bool
}

/// What became of one claim.
private struct Outcome {
  let refusal: Refusal?
  let status: Int
  var decision: String?
  var revision: String?
  var result = ""

  /// Nothing is answered that leaves no trace.
  static var unkept: Outcome {
    let reason = ["reason_zh": "决定日志写不进去", "reason": "the decision log cannot be written"]
    return Outcome(refusal: Refusal(503, .notReady, reason), status: 503)
  }

  func reply(_ language: Language) -> Reply {
    var reply = Reply(status: status, body: text(language))
    reply.fields = refusal?.fields ?? []
    return reply
  }

  /// - Parameter leading: a member before the others.
  func text(_ language: Language, leading: (name: String, value: String)? = nil) -> String {
    var members: [(name: String, value: String)] = []
    if let leading { members += [leading, ("status", "\(status)")] }
    if let decision { members.append(("decision_id", JSONText.string(decision))) }
    if let revision { members.append(("revision", JSONText.string(revision))) }
    if let refusal { return RefusalBody.object(refusal, language, leading: members) }
    return JSONText.object(members + [("result", result)])
  }
}
