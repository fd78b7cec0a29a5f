import PolicyModel

/// What a filing counts as, or why it does not count.
package enum FilingVerdict: Sendable {
  case counts(Status)
  case outranked(Status)
  case notCounted(Obstacle)

  package enum Status: String, Sendable {
    case filed
    case late
    case lateAgreed = "late_agreed"
  }
}

/// Why a filing does not count for a visit.
package struct Obstacle: Error {
  package enum Kind: String, CaseIterable, Sendable {
    case kindNotOffered = "kind_not_offered"
    case subKindNotListed = "sub_kind_not_listed"
    case filedAfterSettlement = "filed_after_settlement"
    case otherInsurance = "other_insurance"
    case otherEmployer = "other_employer"
    case changeBlocked = "change_blocked"
    case filedAfterDischarge = "filed_after_discharge"
    case notBegun = "not_begun"
    case ended
    case refiled
    case endedBeforeDischarge = "ended_before_discharge"
    case otherArea = "other_area"
    case otherInstitution = "other_institution"
    case otherDisease = "other_disease"
    case onlyForDiseases = "only_for_diseases"
    case onlyElsewhere = "only_elsewhere"
    case notSaid = "not_said"
  }

  package let kind: Kind
  /// The clause; nil where the filing itself says it.
  package let citation: Citation?
  /// The rule that is missing, with `notSaid`.
  package let rule: FilingRule?

  init(_ kind: Kind, _ citation: Citation? = nil) {
    self.kind = kind
    self.citation = citation
    rule = nil
  }

  init(missing rule: FilingRule) {
    kind = .notSaid
    citation = nil
    self.rule = rule
  }
}
