/// Findings about clearing.
extension FindingKind {
  package static let clearingKinds: [FindingKind] = []
}
