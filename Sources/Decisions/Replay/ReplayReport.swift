import Findings

/// What became of all decisions of a log.
package struct ReplayReport: Sendable {
  /// Lines of the log, notes and unreadable ones among them.
  package internal(set) var lines = 0
  package internal(set) var decisions = 0
  /// What the log wrote about itself.
  package internal(set) var notes = 0
  /// Lines that are no whole decision.
  package internal(set) var badLines = 0
  /// Refusals whose claim is not in the log, because it was no JSON: they are not made again.
  package internal(set) var withoutClaim = 0
  package internal(set) var reproduced = 0
  /// The same figures under other rules.
  package internal(set) var sameFigures = 0
  /// Settled on both sides, with other amounts of the funds or the person.
  package internal(set) var changedAmounts = 0
  /// Settled on both sides with the same amounts, and something else differs: an account, a benefit, a layer.
  package internal(set) var changedOtherwise = 0
  /// Settled then, refused now.
  package internal(set) var noLongerSettled = 0
  /// Refused then, settled now.
  package internal(set) var newlySettled = 0
  /// Refused on both sides for different reasons.
  package internal(set) var otherErrors = 0
  /// Differences that the same rules must not make.
  package internal(set) var contradictions = 0
  /// Of the decisions that are settled on both sides.
  package internal(set) var before = Paid()
  package internal(set) var after = Paid()
  /// Of the decisions that are settled on one side only.
  package internal(set) var onlyBefore = Paid()
  package internal(set) var onlyAfter = Paid()
  /// In the order of the log; only the first so many.
  package internal(set) var differences: [ReplayDifference] = []
  /// About lines, in the order of the log; only the first so many.
  package internal(set) var findings: [Finding] = []

  /// The decisions that were not made again, in the order of the log; only the first so many.
  package internal(set) var claimless: [ClaimlessDecision] = []
  /// Parts that are not there, between others that are.
  package internal(set) var missingParts = 0
  /// Lines that do not follow the line before them.
  package internal(set) var chainBreaks = 0
  /// Decisions that the log has had before.
  package internal(set) var doubledDecisions = 0
  /// Digest of the line that the first one follows; nil when the log begins with it.
  package internal(set) var unseenBefore: String?
  /// Digest of the last line: whoever notes it down can tell later whether the log still has it.
  package internal(set) var lastDigest: String?

  package init() {}

  package var differing: Int { changedAmounts + changedOtherwise + noLongerSettled + newlySettled + otherErrors }

  /// Whether every line is a decision that came out as it was recorded, and none is missing, moved or doubled.
  package var isClean: Bool {
    differing == 0 && badLines == 0 && contradictions == 0 && missingParts == 0 && chainBreaks == 0
      && doubledDecisions == 0
  }
}
