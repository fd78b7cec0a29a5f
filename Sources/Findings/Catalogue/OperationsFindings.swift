/// Findings about operations reports.
extension FindingKind {
  package static let operationsKinds: [FindingKind] = []
}
