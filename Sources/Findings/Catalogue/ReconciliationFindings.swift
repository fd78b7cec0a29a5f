/// Findings about reconciliation.
extension FindingKind {
  package static let reconciliationKinds: [FindingKind] = []
}
