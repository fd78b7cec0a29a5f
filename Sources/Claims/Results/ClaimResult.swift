import Findings
import SourceTree

/// What became of one claim.
package enum ClaimResult {
  case settled(SettledClaim)
  case refunded(Reversal)
  case failed(FailedClaim)

  /// Whether a settlement or a reversal came of it.
  package var isSettled: Bool {
    if case .failed = self { false } else { true }
  }
}

/// What became of the question for a standing.
package enum StandingResult {
  case said(StandingAnswer)
  case failed(FailedClaim)
}

/// A claim that could not be settled, and why.
package struct FailedClaim {
  package let id: String?
  package let findings: [Finding]
  /// The claim's tree, for pointers; nil when it is not JSON.
  package let root: Node?

  /// What could not be read as a tree.
  package init(unread findings: [Finding]) {
    id = nil
    self.findings = findings
    root = nil
  }

  init(_ root: Node, _ findings: [Finding]) {
    id = root["claim_id"]?.scalar.flatMap { $0.isQuoted ? $0.text : nil }
    self.findings = findings
    self.root = root
  }
}
