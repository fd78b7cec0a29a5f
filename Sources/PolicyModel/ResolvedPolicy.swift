import Values

/// A region's rules in force on a day, inheritance applied: what is compiled and settled with.
package final class ResolvedPolicy: Sendable {
  package let region: RegionCode
  package let title: String
  /// The first day of the region's own version.
  package let version: CivilDate
  package let inForce: DateInterval
  package let status: RegionVersion.Status
  /// The region's own version first, then its parents'.
  package let lineage: [RegionVersion]
  package let space: DimensionSpace
  package let plans: [Plan]
  package let refusals: [Refusal]
  package let nonLocal: NonLocalRules?
  /// With the first day of the version that says so.
  package let filing: (rules: FilingRules, since: CivilDate)?
  package let stayAcrossYears: StayAcrossYears?
  package let refunds: RefundRules?
  package let fund: FundRules
  package let guardrails: [Guardrail]
  package let rounding: RoundingRule
  /// First day of the benefit year, `MM-DD`, and the clause it rests on; the calendar year needs none.
  package let benefitYear: (start: String, citation: Citation?)
  package let factsAsOf: FactsDay

  package init(
    region: RegionCode, title: String, version: CivilDate, inForce: DateInterval, status: RegionVersion.Status,
    lineage: [RegionVersion], space: DimensionSpace, plans: [Plan], refusals: [Refusal], nonLocal: NonLocalRules?,
    filing: (rules: FilingRules, since: CivilDate)?, stayAcrossYears: StayAcrossYears?, refunds: RefundRules?,
    fund: FundRules, guardrails: [Guardrail], rounding: RoundingRule, benefitYear: (start: String, citation: Citation?),
    factsAsOf: FactsDay
  ) {
    self.region = region
    self.title = title
    self.version = version
    self.inForce = inForce
    self.status = status
    self.lineage = lineage
    self.space = space
    self.plans = plans
    self.refusals = refusals
    self.nonLocal = nonLocal
    self.filing = filing
    self.stayAcrossYears = stayAcrossYears
    self.refunds = refunds
    self.fund = fund
    self.guardrails = guardrails
    self.rounding = rounding
    self.benefitYear = benefitYear
    self.factsAsOf = factsAsOf
  }
}
