/// What was asked.
package enum DecisionKind: String, Sendable, CaseIterable {
  /// What a claim comes to.
  case settle
  /// The standing of a claim alone.
  case standing
}
