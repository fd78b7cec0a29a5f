/// Findings about holidays and deadlines.
extension FindingKind {
  package static let deadlineKinds: [FindingKind] = []
}
