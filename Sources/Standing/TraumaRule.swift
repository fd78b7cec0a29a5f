import PolicyModel

/// Whether an injury is payable (docs/semantics.md 3.2, step 1).
package enum TraumaRule {
  /// The clause that makes it payable.
  ///
  /// - Throws: that it is not payable, or that the region does not say.
  package static func check(
    _ rules: FilingRules?, isThirdPartyLiable: Bool?, hasCommitment: Bool
  ) throws(StandingFailure) -> StandingDecision.Ground {
    guard let rules = rules?.trauma else { throw .notSaid(.trauma) }
    guard let isThirdPartyLiable else { throw .missing(field: "rel_ttp_flag") }
    let rule = isThirdPartyLiable ? rules.thirdParty : rules.noThirdParty
    switch rule.value {
    case .payable: break
    case .notPayable: throw .notPayable(.thirdParty, rule.citation)
    case .withCommitment: if !hasCommitment { throw .notPayable(.noCommitment, rule.citation) }
    }
    return StandingDecision.Ground(kind: .traumaPayable, citation: rule.citation)
  }
}
