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

  /// What one line came to, and its place in the chain.
  struct Judged: Sendable {
    let outcome: Outcome
    let link: ChainCheck.Link
  }

  func judged(_ line: LogLine) -> Judged {
    let collector = FindingCollector()
    let read = DecisionReader(collector: collector).read(line.bytes, of: line.path, number: line.number)
    let outcome: Outcome
    var id: String?
    switch read?.content {
    case nil: outcome = .bad(collector.findings)
    case .note: outcome = .note
    case .decision(let recorded):
      outcome = again(recorded, line)
      id = recorded.circumstances.id
    }
    let link = ChainCheck.Link(
      place: line.place, digest: Digest.of(line.bytes), previous: read.map { .told($0.previous) } ?? .unreadable,
      decisionID: id)
    return Judged(outcome: outcome, link: link)
  }

  private func again(_ recorded: DecisionRecord, _ line: LogLine) -> Outcome {
    guard let claim = recorded.input else {
      return .decision(Again(verdict: .withoutClaim, recorded: recorded, difference: nil, findings: []))
    }
    guard let again = AnswerDigest(json: answer(recorded.kind, Array(claim.utf8))) else {
      return .bad([Finding(.decisionAnswerUnreadable, at: line.place)])
    }
    let verdict = verdict(recorded.answer, again)
    return .decision(
      Again(
        verdict: verdict, recorded: recorded,
        difference: ReplayDifference(recorded, again, path: line.path, line: line.number),
        findings: contradiction(recorded, again, verdict, line.place).map { [$0] } ?? []))
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

  /// Its beginning; findings do not need its text.
  var place: Place { Place(file: SourceFile(path: path, bytes: []), at: Position(line: number, column: 1)) }
}
