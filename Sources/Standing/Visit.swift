import PolicyModel
import Settlement
import Values

/// What is known of a visit before its standing is.
package struct Visit: Sendable {
  /// Insurance, kind of visit, distance and what else tables of filing rules may go by.
  package var facts: Facts
  /// The pooling region of treatment.
  package var place: RegionCode
  package var isAtHome: Bool
  package var isChronic: Bool
  package var disease: String?
  package var institution: String?
  /// A value of `insurance`.
  package var insurance: String
  package var employer: String?
  package var began: CivilDate
  /// The day of discharge; of other visits the last day.
  package var ended: CivilDate
  package var settledOn: CivilDate
  package var isEmergency: Bool

  package init(
    facts: Facts, place: RegionCode, isAtHome: Bool, isChronic: Bool, disease: String?, institution: String?,
    insurance: String, employer: String?, began: CivilDate, ended: CivilDate, settledOn: CivilDate, isEmergency: Bool
  ) {
    self.facts = facts
    self.place = place
    self.isAtHome = isAtHome
    self.isChronic = isChronic
    self.disease = disease
    self.institution = institution
    self.insurance = insurance
    self.employer = employer
    self.began = began
    self.ended = ended
    self.settledOn = settledOn
    self.isEmergency = isEmergency
  }
}
