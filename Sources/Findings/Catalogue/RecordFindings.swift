/// Findings about records that are read from files.
extension FindingKind {
  package static let recordKinds: [FindingKind] = []
}
