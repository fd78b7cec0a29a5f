/// Findings about cost inquiries.
extension FindingKind {
  package static let inquiryKinds: [FindingKind] = []
}
