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

  package init() {}

  package var differing: Int { changedAmounts + changedOtherwise + noLongerSettled + newlySettled + otherErrors }

  /// Whether every line is a decision that came out as it was recorded.
  package var isClean: Bool { differing == 0 && badLines == 0 && contradictions == 0 }
}
