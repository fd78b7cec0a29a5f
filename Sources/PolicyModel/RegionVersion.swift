import Findings
import Values

/// What one file says: a region's rules from a day on, before inheritance.
package final class RegionVersion: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case inForce = "in_force"
    /// Never settles unless asked for.
    case draft
  }

  package let region: RegionCode
  package let title: String
  package let inForce: DateInterval
  package let issued: CivilDate?
  package let status: Status
  package let parent: RegionCode?
  package let sources: [SourceDocument]
  package let classes: [DimensionClass]
  package let attributes: [Attribute]
  package let diseases: DiseaseList?
  package let plans: [Plan]
  package let refusals: [Refusal]
  package let nonLocal: NonLocalRules?
  package let filing: FilingRules?
  package let stayAcrossYears: StayAcrossYears?
  package let refunds: RefundRules?
  package let fund: FundRules
  package let guardrails: [Guardrail]
  package let rounding: RoundingRule?
  package let benefitYear: (start: String, citation: Citation?)?
  package let factsAsOf: FactsDay?
  package let openQuestions: [OpenQuestion]
  /// The figures of the file that a `source:` covers, in written order.
  package let citedFigures: [CitedFigure]
  /// What the file defines by name, and whether it uses it.
  package let declarations: [Declaration]
  /// The day by which somebody has to read the rules again, and where it stands.
  package let reviewBy: (day: CivilDate, place: Place)?
  package let file: SourceFile
  /// The files of earlier versions that this one is written as changes to, nearest first.
  package let basedOn: [SourceFile]
  /// Where `region`, `in_force` and `inherits` stand.
  package let places: Places

  package struct Places: Sendable {
    package let region: Place
    package let inForce: Place
    package let parent: Place?

    package init(region: Place, inForce: Place, parent: Place?) {
      self.region = region
      self.inForce = inForce
      self.parent = parent
    }
  }

  package init(
    region: RegionCode, title: String, inForce: DateInterval, issued: CivilDate?, status: Status, parent: RegionCode?,
    sources: [SourceDocument], classes: [DimensionClass], attributes: [Attribute], diseases: DiseaseList?,
    plans: [Plan], refusals: [Refusal], nonLocal: NonLocalRules?, filing: FilingRules?,
    stayAcrossYears: StayAcrossYears?, refunds: RefundRules?, fund: FundRules, guardrails: [Guardrail],
    rounding: RoundingRule?, benefitYear: (start: String, citation: Citation?)?, factsAsOf: FactsDay?,
    openQuestions: [OpenQuestion], citedFigures: [CitedFigure], declarations: [Declaration],
    reviewBy: (day: CivilDate, place: Place)?, file: SourceFile, basedOn: [SourceFile], places: Places
  ) {
    self.region = region
    self.title = title
    self.inForce = inForce
    self.issued = issued
    self.status = status
    self.parent = parent
    self.sources = sources
    self.classes = classes
    self.attributes = attributes
    self.diseases = diseases
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
    self.openQuestions = openQuestions
    self.citedFigures = citedFigures
    self.declarations = declarations
    self.reviewBy = reviewBy
    self.file = file
    self.basedOn = basedOn
    self.places = places
  }
}
