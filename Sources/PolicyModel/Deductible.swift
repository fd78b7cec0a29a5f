import Findings
import Values

/// What the person pays before a layer does (起付标准).
package final class Deductible: Sendable {
  /// Which earlier stays make this one the second, third …
  package enum Counting: String, Sendable, RuleWord {
    case all
    /// Stays at the same hospital level, classes not told apart.
    case parentLevel = "parent_level"
    /// Stays in the same finest class.
    case finestClass = "class"

    package var chinese: String {
      switch self {
      case .all: "全部"
      case .parentLevel: "同级"
      case .finestClass: "同类"
      }
    }
  }

  /// How one that several claims use up is used up (V-D5, V-D6).
  package enum UseUp: String, Sendable, CaseIterable {
    /// Whatever was charged counts against this claim's amount.
    case together
    /// Each hospital level has its own.
    case perLevel = "per_level"
    /// The highest amount of the period is owed once; going to a higher level costs the difference.
    case highest
  }

  package enum Amount: Sendable {
    case fixed(Figure<Fen>)
    /// A share of an amount of the claim, kept within bounds.
    case share(of: ShareBase, Figure<Ratio>, atLeast: Figure<Fen>?, atMost: Figure<Fen>?)

    package var isShare: Bool {
      if case .share = self { true } else { false }
    }
  }

  package enum ShareBase: String, Sendable, RuleWord {
    case total
    case inScope = "in_scope"

    package var chinese: String {
      switch self {
      case .total: "总费用"
      case .inScope: "政策范围内费用"
      }
    }
  }

  /// A limit on what is charged in a year (V-D4).
  package struct Ceiling: Sendable {
    package let account: AccountName
    package let amount: RuleTable<Figure<Fen>>

    package init(account: AccountName, amount: RuleTable<Figure<Fen>>) {
      self.account = account
      self.amount = amount
    }
  }

  package enum Change: Sendable {
    case times(RuleTable<Figure<Ratio>>)
    /// This much less for each earlier stay.
    case minusEachTime(RuleTable<Figure<Fen>>)
    /// This share of the stay before, rounded each time.
    case timesEachTime(Figure<Ratio>)
  }

  /// A change to the amount, with bounds of its own (V-D2, V-D9).
  package struct Adjustment: Sendable {
    package let applies: Conditions
    package let change: Change
    package let atLeast: RuleTable<Figure<Fen>>?
    package let atMost: RuleTable<Figure<Fen>>?

    package init(
      applies: Conditions, change: Change, atLeast: RuleTable<Figure<Fen>>?, atMost: RuleTable<Figure<Fen>>?
    ) {
      self.applies = applies
      self.change = change
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  /// Where the amount charged in the period is kept.
  package struct Account: Sendable {
    package let name: AccountName
    package let useUp: UseUp
    package let separation: Separation?
    package let separationPlace: Place?

    package init(name: AccountName, useUp: UseUp, separation: Separation?, separationPlace: Place?) {
      self.separationPlace = separationPlace
      self.name = name
      self.useUp = useUp
      self.separation = separation
    }
  }

  package let period: Period
  package let counting: Counting
  package let amount: RuleTable<Amount>
  package let adjustments: [Adjustment]
  /// Days of a stay after which it is charged again (V-D11); a leaf of nil means never.
  package let againEvery: RuleTable<Figure<Int?>>?
  /// Nil when it is for each settlement.
  package let account: Account?
  package let ceiling: Ceiling?
  package let place: Place

  package init(
    period: Period, counting: Counting, amount: RuleTable<Amount>, adjustments: [Adjustment],
    againEvery: RuleTable<Figure<Int?>>?, account: Account?, ceiling: Ceiling?, place: Place
  ) {
    self.period = period
    self.counting = counting
    self.amount = amount
    self.adjustments = adjustments
    self.againEvery = againEvery
    self.account = account
    self.ceiling = ceiling
    self.place = place
  }
}
