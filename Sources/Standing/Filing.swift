import Values

/// One filing of a person, as it was registered.
package struct Filing: Sendable {
  package let id: String?
  /// A value of `reason`: long_term, referral or temporary.
  package let kind: String
  package let subKind: String?
  package let filedOn: CivilDate
  /// The first day on which it holds.
  package let begins: CivilDate
  /// The last day that was registered.
  package let lastDay: CivilDate?
  package let areas: [RegionCode]
  package let institutions: Set<String>
  package let diseases: Set<String>
  /// A value of `insurance`.
  package var insurance: String?
  package let employer: String?
  /// Papers were promised instead of brought.
  package let isPromised: Bool
  package let papersOn: CivilDate?
  /// The first day on which it no longer holds.
  package let endedOn: CivilDate?
  /// The bureau agreed to its being made late.
  package let isAgreed: Bool

  package init(
    id: String?, kind: String, subKind: String?, filedOn: CivilDate, begins: CivilDate, lastDay: CivilDate?,
    areas: [RegionCode], institutions: Set<String>, diseases: Set<String>, insurance: String?, employer: String?,
    isPromised: Bool, papersOn: CivilDate?, endedOn: CivilDate?, isAgreed: Bool
  ) {
    self.id = id
    self.kind = kind
    self.subKind = subKind
    self.filedOn = filedOn
    self.begins = begins
    self.lastDay = lastDay
    self.areas = areas
    self.institutions = institutions
    self.diseases = diseases
    self.insurance = insurance
    self.employer = employer
    self.isPromised = isPromised
    self.papersOn = papersOn
    self.endedOn = endedOn
    self.isAgreed = isAgreed
  }

  func hasPapers(by day: CivilDate) -> Bool { papersOn.map { $0 <= day } ?? false }
}
