import Findings
import Values

/// What treatment away from home changes, and which visits and layers it reaches.
package final class NonLocalRules: Sendable {
  package enum SelfPayTiming: String, Sendable, CaseIterable {
    case beforeDeductible = "before_deductible"
    case afterDeductible = "after_deductible"
  }

  /// What a standing does to a claim.
  package enum Effect: Sendable {
    case asAtHome(Citation?)
    /// The claim cannot be settled; the text says why.
    case refused(reason: String, Citation?)
    case change(StandingChange)
  }

  /// Values of `visit` that are reached.
  package let visits: Set<String>
  /// Ids of layers that are reached, with where they are named.
  package let layers: [String: Place]
  package let selfPayTiming: SelfPayTiming
  package let table: RuleTable<Effect>
  package let place: Place

  package init(
    visits: Set<String>, layers: [String: Place], selfPayTiming: SelfPayTiming, table: RuleTable<Effect>, place: Place
  ) {
    self.visits = visits
    self.layers = layers
    self.selfPayTiming = selfPayTiming
    self.table = table
    self.place = place
  }
}

/// The change a standing makes: at most one to the ratio, and what else goes with it.
package final class StandingChange: Sendable {
  package enum RatioChange: Sendable {
    /// Percentage points less.
    case lowerBy(Figure<Ratio>)
    /// This share of the home ratio.
    case times(Figure<Ratio>)
    /// This ratio in place of the home ratio.
    case instead(Figure<Ratio>)
  }

  /// A deductible of its own.
  package enum OwnDeductible: Sendable {
    /// In place of the home amount.
    case amount(Deductible.Amount)
    /// The home amount times this, within bounds.
    case times(Figure<Ratio>, atLeast: Figure<Fen>?, atMost: Figure<Fen>?)
  }

  /// What a guaranteed minimum is a share of.
  package enum MinimumBase: String, Sendable, RuleWord {
    case inScope = "in_scope"
    case aboveDeductible = "above_deductible"

    package var chinese: String {
      switch self {
      case .inScope: "政策范围内费用"
      case .aboveDeductible: "起付以上费用"
      }
    }
  }

  package struct Minimum: Sendable {
    package let base: MinimumBase
    package let ratio: Figure<Ratio>

    package init(base: MinimumBase, ratio: Figure<Ratio>) {
      self.base = base
      self.ratio = ratio
    }
  }

  package let ratio: RatioChange?
  package let firstSelfPay: Figure<Ratio>?
  package let benefitTimes: Figure<Ratio>?
  package let deductible: OwnDeductible?
  package let treatedAsLevel: Figure<String>?
  package let minimum: Minimum?
  package let atMost: Figure<Ratio>?
  package let atLeast: Figure<Ratio>?
  package let place: Place

  package init(
    ratio: RatioChange?, firstSelfPay: Figure<Ratio>?, benefitTimes: Figure<Ratio>?, deductible: OwnDeductible?,
    treatedAsLevel: Figure<String>?, minimum: Minimum?, atMost: Figure<Ratio>?, atLeast: Figure<Ratio>?, place: Place
  ) {
    self.ratio = ratio
    self.firstSelfPay = firstSelfPay
    self.benefitTimes = benefitTimes
    self.deductible = deductible
    self.treatedAsLevel = treatedAsLevel
    self.minimum = minimum
    self.atMost = atMost
    self.atLeast = atLeast
    self.place = place
  }
}

/// A limit that an upper level sets for the reductions of the levels below.
package final class Guardrail: Sendable {
  package enum Strictness: String, Sendable, CaseIterable {
    case atMost = "at_most"
    case about
  }

  package let id: String
  package let strictness: Strictness
  /// How far "about" may be missed; nil with `at_most`.
  package let tolerance: Ratio?
  /// Percentage points; nil where the level sets no limit.
  package let table: RuleTable<Figure<Ratio>?>
  package let place: Place

  package init(
    id: String, strictness: Strictness, tolerance: Ratio?, table: RuleTable<Figure<Ratio>?>, place: Place
  ) {
    self.id = id
    self.strictness = strictness
    self.tolerance = tolerance
    self.table = table
    self.place = place
  }
}
