import PolicyModel
import Values

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
