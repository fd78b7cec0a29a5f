import Findings
import Values

/// What one file says: a region's rules from a day on, before inheritance.
///
/// A class around what was written, so that passing a version on costs one reference.
@dynamicMemberLookup
package final class RegionVersion: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case inForce = "in_force"
    /// Never settles unless asked for.
    case draft
  }

  @usableFromInline let written: Written

  package init(_ written: Written) { self.written = written }

  @inlinable
  package subscript<Value>(dynamicMember member: KeyPath<Written, Value>) -> Value { written[keyPath: member] }
}

extension RegionVersion {
  /// The parts of a version while its file is read.
  package struct Written: Sendable {
    package var region: RegionCode
    package var title: String
    package var inForce: DateInterval
    package var issued: CivilDate?
    package var status: Status
    package var parent: RegionCode?
    package var sources: [SourceDocument]
    package var classes: [DimensionClass]
    package var attributes: [Attribute]
    package var diseases: DiseaseList?
    package var plans: [Plan]
    package var refusals: [Refusal]
    package var nonLocal: NonLocalRules?
    package var filing: FilingRules?
    package var stayAcrossYears: StayAcrossYears?
    package var refunds: RefundRules?
    package var fund = FundRules()
    package var guardrails: [Guardrail]
    package var rounding: RoundingRule?
    package var benefitYear: (start: String, citation: Citation?)?
    package var factsAsOf: FactsDay?
    package var openQuestions: [OpenQuestion]
    /// The figures of the file that a `source:` covers, in written order.
    package var citedFigures: [CitedFigure] = []
    /// What the file defines by name, and whether it uses it.
    package var declarations: [Declaration] = []
    /// The day by which somebody has to read the rules again, and where it stands.
    package var reviewBy: (day: CivilDate, place: Place)?
    package var file: SourceFile
    /// The files of earlier versions that this one is written as changes to, nearest first.
    package var basedOn: [SourceFile] = []
    /// Where `region`, `in_force` and `inherits` stand.
    package var places: Places

    package struct Places: Sendable {
      package var region: Place
      package var inForce: Place
      package var parent: Place?

      package init(region: Place, inForce: Place, parent: Place?) {
        self.region = region
        self.inForce = inForce
        self.parent = parent
      }
    }

    package init(region: RegionCode, title: String, inForce: DateInterval, file: SourceFile, places: Places) {
      self.region = region
      self.title = title
      self.inForce = inForce
      self.file = file
      self.places = places
      status = .inForce
      sources = []
      classes = []
      attributes = []
      plans = []
      refusals = []
      guardrails = []
      openQuestions = []
    }
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
  package var figures = 0
  /// Where the undecided value stands.
  package var subject: Place?

  package init(path: String, question: String, assumed: String, otherwise: String, place: Place) {
    self.path = path
    self.question = question
    self.assumed = assumed
    self.otherwise = otherwise
    self.place = place
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
