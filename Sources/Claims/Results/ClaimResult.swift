import Findings
import SourceTree
import Values

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

extension ClaimResult {
  /// Whose claim it is, as far as it tells.
  package struct Identity {
    package let id: String?
    package let person: String?
    package let region: RegionCode?
  }

  package var identity: Identity {
    switch self {
    case .settled(let settled):
      return Identity(id: settled.claim.id, person: settled.claim.person, region: settled.claim.insuredIn)
    case .refunded(let reversal):
      let request = reversal.request
      return Identity(id: request.id, person: request.person, region: request.insuredIn)
    case .failed(let failed):
      // Not telling a word and telling something else than a text are alike here: the findings say what is wrong with it.
      func text(_ field: String) -> String? { failed.root?[field]?.scalar?.text }
      return Identity(
        id: text("claim_id"), person: text("psn_no").flatMap { $0.isEmpty ? nil : $0 },
        region: text("insuplc_admdvs").flatMap { RegionCode($0) })
    }
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
