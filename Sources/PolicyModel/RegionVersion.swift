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

/// Claims that a region cannot settle, and why: not known to the file's author, or not offered by the region.
package final class Refusal: Sendable {
  package enum Kind: String, Sendable {
    case notKnown = "not_known"
    case notOffered = "not_offered"
  }

  package let kind: Kind
  package let plan: String
  package let applies: Conditions
  package let reason: String
  package let place: Place

  package init(kind: Kind, plan: String, applies: Conditions, reason: String, place: Place) {
    self.kind = kind
    self.plan = plan
    self.applies = applies
    self.reason = reason
    self.place = place
  }
}

/// Something the documents do not decide, and what the file takes for it.
package struct OpenQuestion: Sendable {
  package let path: String
  package let question: String
  package let assumed: String
  package let otherwise: String
  package let place: Place
  /// How many figures are undecided with it.
  package let figures: Int
  /// Where the undecided value stands.
  package let subject: Place?

  package init(
    path: String, question: String, assumed: String, otherwise: String, place: Place, figures: Int, subject: Place?
  ) {
    self.path = path
    self.question = question
    self.assumed = assumed
    self.otherwise = otherwise
    self.place = place
    self.figures = figures
    self.subject = subject
  }
}

/// The day on which a person's age is taken (V-T3).
package enum FactsDay: String, Sendable, CaseIterable {
  case settlement
  case admission
  case yearStart = "year_start"
}

/// When amounts are rounded, and how.
package struct RoundingRule: Sendable {
  package enum Moment: String, Sendable, CaseIterable {
    case layer
    case column
  }

  package let rounding: Rounding
  package let moment: Moment

  package init(rounding: Rounding, moment: Moment) {
    self.rounding = rounding
    self.moment = moment
  }

  package static let standard = RoundingRule(rounding: .halfUpToFen, moment: .layer)
}

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
