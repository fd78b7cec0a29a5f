/// What was asked.
package enum DecisionKind: String, Sendable, CaseIterable {
  /// What a claim comes to, or a refund.
  case settle
  /// The standing of a claim alone.
  case standing
}
