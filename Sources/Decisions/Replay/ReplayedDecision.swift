/// What became of a recorded decision when it was made again.
package enum ReplayVerdict: Sendable {
  /// The same to the last character, under the same rules.
  case reproduced
  /// The same figures, under other rules.
  case sameFigures
  case differs
  /// Its claim is not in the log, because it was no JSON.
  case withoutClaim
}

/// A refusal that cannot be made again, because its claim was no JSON.
package struct ClaimlessDecision: Sendable {
  package let id: String
  package let timestamp: String
  package let errors: [String]

  init(_ recorded: DecisionRecord) {
    id = recorded.circumstances.id
    timestamp = recorded.circumstances.timestamp
    errors = recorded.errors
  }
}

/// One decision on both sides.
package struct ReplayDifference: Sendable {
  /// One of the two sides.
  package struct Side: Sendable {
    package let errors: [String]
    package let paid: Paid?
    /// First day of the version.
    package let version: String?

    package var isSettled: Bool { errors.isEmpty }

    init(_ answer: AnswerDigest) {
      errors = answer.errors
      paid = answer.paid
      version = answer.version
    }
  }

  /// Where it is recorded.
  package let path: String
  package let line: Int
  package let id: String
  package let timestamp: String
  package let kind: DecisionKind
  package let region: String?
  package let lawDate: String?
  package let before: Side
  package let after: Side

  /// By how much the funds pay more; nil unless both sides settle it.
  package var fundChange: Int128? {
    guard let before = before.paid, let after = after.paid else { return nil }
    return after.fund - before.fund
  }

  package var personChange: Int128? {
    guard let before = before.paid, let after = after.paid else { return nil }
    return after.person - before.person
  }

  init(_ recorded: DecisionRecord, _ again: AnswerDigest, path: String, line: Int) {
    self.path = path
    self.line = line
    id = recorded.circumstances.id
    timestamp = recorded.circumstances.timestamp
    kind = recorded.kind
    region = recorded.region
    lawDate = recorded.lawDate
    before = Side(recorded.answer)
    after = Side(again)
  }
}
