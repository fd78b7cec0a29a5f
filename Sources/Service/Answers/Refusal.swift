import Claims
import Findings
import JSONSyntax
import SourceTree

/// Why a request is not answered with what it asked for: a status, and findings that say why.
package struct Refusal: Error, Sendable {
  package let status: Int
  package let errors: [Located]
  /// Further header fields, by name.
  package var fields: [(name: String, value: String)] = []

  /// A finding and where it is in the request's body.
  package struct Located: Sendable {
    package let finding: Finding
    /// JSON pointer into the body.
    package let pointer: String?
  }

  package init(_ status: Int, _ findings: [Finding], root: Node? = nil) {
    self.status = status
    errors = findings.map { finding in
      Located(finding: finding, pointer: finding.place.flatMap { root?.pointer(to: $0.start) })
    }
  }

  package init(_ status: Int, _ kind: FindingKind, _ arguments: [String: String] = [:]) {
    self.init(status, [Finding(kind, at: nil, arguments)])
  }

  init(_ failed: FailedClaim) {
    self.init(RefusalStatus.status(of: failed.findings), failed.findings, root: failed.root)
  }

  func with(_ name: String, _ value: String) -> Refusal {
    var refusal = self
    refusal.fields.append((name, value))
    return refusal
  }

  /// Something that nothing here foresees.
  package static var unexpected: Refusal { Refusal(503, .unexpectedFailure) }

  /// The fields that a claim lacks, to be settled.
  var missing: [String] {
    errors.compactMap { error in
      switch error.finding.kind {
      case .missingKey: error.finding.arguments["key"]
      case .fieldMissing: error.finding.arguments["field"]
      case .accountsMissing: "accounts"
      case .standingMissing: "filings"
      default: nil
      }
    }
  }
}
