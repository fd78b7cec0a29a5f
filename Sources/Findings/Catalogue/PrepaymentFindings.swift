/// Findings about prepayments.
extension FindingKind {
  package static let prepaymentKinds: [FindingKind] = []
}
