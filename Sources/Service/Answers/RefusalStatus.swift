import Findings

/// Which status a claim's findings come to. The worst reason goes first: what cannot be read says nothing about rules.
enum RefusalStatus {
  static func status(of findings: [Finding]) -> Int {
    let statuses = Set(findings.filter { $0.kind.severity == .error }.map { status(of: $0.kind) })
    return [400, 413, 404, 409, 503].first { statuses.contains($0) } ?? 422
  }

  private static func status(of kind: FindingKind) -> Int {
    switch kind {
    case .jsonSyntax, .jsonTooDeep, .emptyLine, .duplicateKey: 400
    case .lineTooLong: 413
    case .regionUnknown, .sideRegionUnknown: 404
    case .noVersionInForce, .draftRules, .sideNotInForce: 409
    case .rulesHaveErrors: 503
    // A field that is not there leaves the claim incomplete; every other fault of form is one of writing.
    case .missingKey: 422
    case _ where kind.code.hasPrefix("F"): 400
    default: 422
    }
  }

  /// The word that a status goes by in the body.
  static func word(of refusal: Refusal) -> String {
    switch refusal.status {
    case 400: "malformed"
    case 401: "unauthorized"
    case 404: "not_found"
    case 405: "method_not_allowed"
    case 408: "too_slow"
    case 409: "not_in_force"
    case 413: "too_large"
    case 415: "unsupported_media_type"
    case 422: unprocessable(refusal)
    case 429: "too_many_requests"
    default: "not_ready"
    }
  }

  private static func unprocessable(_ refusal: Refusal) -> String {
    let kinds = refusal.errors.map(\.finding.kind)
    if kinds.contains(.reloadRefused) || kinds.contains(.tokensKept) { return "not_reloaded" }
    return !kinds.isEmpty && refusal.missing.count == kinds.count ? "incomplete" : "cannot_be_settled"
  }
}
