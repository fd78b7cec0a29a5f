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

  package init(id: String?, findings: [Finding], root: Node?) {
    self.id = id
    self.findings = findings
    self.root = root
  }

  init(_ root: Node, _ findings: [Finding]) {
    self.init(
      id: root["claim_id"]?.scalar.flatMap { $0.isQuoted ? $0.text : nil }, findings: findings, root: root)
  }
}
