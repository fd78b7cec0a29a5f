import Findings

/// Makes one recorded decision again.
struct DecisionReplay: Sendable {
  /// The answer to a claim as JSON text.
  let answer: @Sendable (DecisionKind, [UInt8]) -> String
  /// Of the rules that it is made with now.
  let revision: String

  /// What a line of a log came to.
  enum Outcome: Sendable {
    case bad([Finding])
    case note
    case decision(Again)
  }

  struct Again: Sendable {
    let verdict: ReplayVerdict
    let recorded: DecisionRecord
    /// Nil without a claim.
    let difference: ReplayDifference?
    let findings: [Finding]
  }

  func outcome(of line: LogLine) -> Outcome {
    let collector = FindingCollector()
    switch DecisionReader(collector: collector).read(line.bytes, of: line.path, number: line.number) {
    case nil: return .bad(collector.findings)
    case .note: return .note
    case .decision(let recorded): return again(recorded, line)
    }
  }

  private func again(_ recorded: DecisionRecord, _ line: LogLine) -> Outcome {
    guard let claim = recorded.input else {
      return .decision(Again(verdict: .withoutClaim, recorded: recorded, difference: nil, findings: []))
    }
    let place = Place(file: SourceFile(path: line.path, bytes: []), at: Position(line: line.number, column: 1))
    guard let again = AnswerDigest(json: answer(recorded.kind, Array(claim.utf8))) else {
      return .bad([Finding(.decisionAnswerUnreadable, at: place)])
    }
    let verdict = verdict(recorded.answer, again)
    return .decision(
      Again(
        verdict: verdict, recorded: recorded,
        difference: ReplayDifference(recorded, again, path: line.path, line: line.number),
        findings: contradiction(recorded, again, verdict, place).map { [$0] } ?? []))
  }

  private func verdict(_ then: AnswerDigest, _ now: AnswerDigest) -> ReplayVerdict {
    if then == now { return .reproduced }
    return then.figures == now.figures && then.paid == now.paid && then.errors == now.errors ? .sameFigures : .differs
  }

  /// What other rules do not explain.
  private func contradiction(
    _ recorded: DecisionRecord, _ again: AnswerDigest, _ verdict: ReplayVerdict, _ place: Place
  ) -> Finding? {
    let id = recorded.circumstances.id
    let then = recorded.answer
    if verdict == .reproduced { return nil }
    // A digest that comes out the same vouches for everything beside it.
    let isSameText = then.result == again.result || then.figures == again.figures && verdict == .differs
    if isSameText {
      return Finding(.decisionAltered, at: place, ["id": id, "field": DecisionReplay.otherField(then, again)])
    }
    let isSameRules = then.rulesDigest.map { $0 == again.rulesDigest } ?? false
    guard isSameRules || recorded.circumstances.revision == revision else { return nil }
    return Finding(
      .decisionNotReproduced, at: place, ["id": id, "engine": recorded.circumstances.engine])
  }

  private static func otherField(_ then: AnswerDigest, _ now: AnswerDigest) -> String {
    if then.paid?.fund != now.paid?.fund { return "fund" }
    if then.paid?.person != now.paid?.person { return "person" }
    if then.errors != now.errors { return "errors" }
    if then.rulesDigest != now.rulesDigest { return "rules_digest" }
    if then.version != now.version { return "version" }
    return then.region != now.region ? "region" : "figures_digest"
  }
}

/// A line of a log.
package struct LogLine: Sendable {
  package let path: String
  /// From 1, in the file.
  package let number: Int
  package let bytes: [UInt8]

  package init(path: String, number: Int, bytes: [UInt8]) {
    self.path = path
    self.number = number
    self.bytes = bytes
  }
}
