import PolicyModel
import Values

/// The standing of a visit, and what led to it.
package struct StandingDecision: Sendable {
  /// A value of `standing`.
  package var standing: String
  package var channels: FilingRules.OpenChannels = .either
  /// Values of `reason` and `filed`; nil where no filing was needed or asked for.
  package var reason: String?
  package var filed: String?
  /// Index of the filing that counts.
  package var filing: Int?
  /// By filing.
  package var verdicts: [FilingVerdict] = []
  package var grounds: [Ground] = []

  package init(
    standing: String, reason: String? = nil, filing: Int? = nil, grounds: [Ground] = []
  ) {
    self.standing = standing
    self.reason = reason
    self.filing = filing
    self.grounds = grounds
  }

  /// Something that was decided, and the clause.
  package struct Ground: Sendable {
    package enum Kind: Hashable, Sendable {
      case traumaPayable
      case backHome
      case notNeeded
      case needed
      case lasts
      case area
      case institutions
      case madeDuringVisit
      case madeAfterDischarge
      case coversStay
      case emergency
      case standing
      case anyChannel
      case manualOnly
      case treatmentCatalogue
      case homeCatalogue
      case directDisease
      case outsideExamination
      case stayByDays
      case stayWhole
    }

    package let kind: Kind
    package let citation: Citation

    package init(kind: Kind, citation: Citation) {
      self.kind = kind
      self.citation = citation
    }
  }

  /// Every clause it rests on: of what counts, and of what keeps filings from counting.
  package var citations: [Citation] {
    grounds.map(\.citation)
      + verdicts.compactMap { if case .notCounted(let obstacle) = $0 { obstacle.citation } else { nil } }
  }
}

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
package struct Obstacle: Sendable {
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
    case notForDiseases = "not_for_diseases"
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

/// A rule that a region may leave unsaid.
package enum FilingRule: String, CaseIterable, Sendable {
  case late
  case stays
  case scope
  case chronic
  case emergency
  case trauma
  case backHome = "back_home"
  case catalogue
  case outsideExamination = "outside_examination"
}

/// Why a standing cannot be said.
package enum StandingFailure: Error {
  case missing(field: String)
  case missingFact(Dimension)
  case notSaid(FilingRule)
  case notPayable(Cause, Citation)
  /// A filing's last day is not what the rules allow.
  case lasts(filing: Int, FilingRules.Lasting, expected: CivilDate?)
  case reversed(filing: Int, field: String)
  case tooManyInstitutions(filing: Int, count: Int, limit: Figure<Int>)

  package enum Cause: String, CaseIterable, Sendable {
    case thirdParty = "third_party"
    case noCommitment = "no_commitment"
    case papersMissing = "papers_missing"
  }
}
