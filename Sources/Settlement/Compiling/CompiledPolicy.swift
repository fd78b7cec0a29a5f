import PolicyModel
import Values

/// A region's rules as flat tables with every name resolved: what claims are evaluated with.
///
/// A class, as its parts are, so that passing rules around costs one reference and not one for each table.
package final class CompiledPolicy: Sendable {
  package let policy: ResolvedPolicy
  package let accounts: [Account]
  /// Every clause that a figure rests on; figures hold an index into this.
  package let citations: [Citation]
  package let plans: [CompiledPlan]
  let refusals: [CompiledRefusal]
  let nonLocal: CompiledNonLocal?
  let rounding: RoundingRule

  init(
    policy: ResolvedPolicy, accounts: [Account], citations: [Citation], plans: [CompiledPlan],
    refusals: [CompiledRefusal], nonLocal: CompiledNonLocal?
  ) {
    self.policy = policy
    self.accounts = accounts
    self.citations = citations
    self.plans = plans
    self.refusals = refusals
    self.nonLocal = nonLocal
    rounding = policy.rounding
  }

  package var space: DimensionSpace { policy.space }

  package func account(named name: String) -> Int? { accounts.firstIndex { $0.name == name } }
}

/// A quantity that earlier claims of the period leave behind (年度累计).
package struct Account: Hashable, Sendable {
  /// What is added up; an account holds one of these only.
  package enum Measure: String, Sendable {
    case occurrences
    case deductible
    case expense
    case expenseAboveDeductible = "expense_above_deductible"
    case paid
    case base

    /// The Chinese name.
    package var chinese: String {
      switch self {
      case .occurrences: "次数"
      case .deductible: "已收起付标准"
      case .expense: "含起付的费用"
      case .expenseAboveDeductible: "起付以上费用"
      case .paid: "已支付额"
      case .base: "个人负担累计"
      }
    }

    /// Counted in whole times, not in fen.
    package var isCount: Bool { self == .occurrences }
  }

  package let name: String
  package let measure: Measure
  package let period: Cap.Period
}

package final class CompiledPlan: Sendable {
  package let plan: Plan
  let applies: CompiledConditions
  package let layers: [CompiledLayer]
  /// Accounts that a claim of this plan reads or writes, as indices.
  package let accounts: [Int]
  /// Dimensions that a claim of this plan has to know.
  package let dimensions: [Dimension]
  let occurrences: OccurrenceCounting

  init(
    plan: Plan, applies: CompiledConditions, layers: [CompiledLayer], accounts: [Int], dimensions: [Dimension],
    occurrences: OccurrenceCounting
  ) {
    self.plan = plan
    self.applies = applies
    self.layers = layers
    self.accounts = accounts
    self.dimensions = dimensions
    self.occurrences = occurrences
  }
}

/// Where the ordinal of a stay or visit is kept; -1 where it is not needed.
struct OccurrenceCounting: Sendable {
  let all: Int
  /// By value of `hospital_level`: one counter for each fixed level, shared by its classes.
  let byParentLevel: [Int]
  /// By value of `hospital_level`: one counter for each value or class.
  let byFinestClass: [Int]
}

struct CompiledConditions: Sendable {
  struct Test: Sendable {
    let dimension: Int
    /// For named dimensions a bit for each value.
    let values: UInt64
    /// For numeric dimensions.
    let ranges: [ClosedRange<Int32>]
  }

  let tests: [Test]

  func hold(for facts: borrowing Facts) -> Bool { decision(for: facts) == .hold }

  enum Decision: Equatable {
    case hold
    case fail
    /// The claim lacks the fact of this dimension's index, and nothing else speaks against it.
    case open(Int)
  }

  func decision(for facts: borrowing Facts) -> Decision {
    var decision = Decision.hold
    for test in tests {
      let value = facts.values[test.dimension]
      if value < 0 {
        decision = .open(test.dimension)
      } else if test.ranges.isEmpty {
        if test.values & (1 << UInt64(value)) == 0 { return .fail }
      } else if !test.ranges.contains(where: { $0.contains(value) }) {
        return .fail
      }
    }
    return decision
  }
}

struct CompiledRefusal: Sendable {
  let refusal: Refusal
  let applies: CompiledConditions
}

/// A value and the clause it rests on, as an index.
struct Cited<Value: Sendable>: Sendable {
  let value: Value
  let citation: Int32
}

package final class CompiledLayer: Sendable {
  package let layer: Layer
  let applies: CompiledConditions
  let base: Base
  let deductible: CompiledDeductible?
  let ratio: CompiledRatio
  let caps: [CompiledCap]
  let cumulative: CompiledCumulative?
  /// What the layer adds to its accounts when it has paid.
  let growth: [Growth]
  /// Whether a standing changes this layer.
  let isReached: Bool

  /// Whether it pays from the in-scope amount itself, not from what other layers left.
  var takesInScope: Bool {
    if case .inScope = base { true } else { false }
  }

  init(
    layer: Layer, applies: CompiledConditions, base: Base, deductible: CompiledDeductible?, ratio: CompiledRatio,
    caps: [CompiledCap], cumulative: CompiledCumulative?, growth: [Growth], isReached: Bool
  ) {
    self.layer = layer
    self.applies = applies
    self.base = base
    self.deductible = deductible
    self.ratio = ratio
    self.caps = caps
    self.cumulative = cumulative
    self.growth = growth
    self.isReached = isReached
  }

  enum Base: Sendable {
    case inScope
    /// -1 means of any layer.
    case overCap(layer: Int)
    case causes([(layer: Int, cause: Cause)])
  }

  struct Growth: Sendable {
    let account: Int
    let measure: Account.Measure
  }
}

final class CompiledDeductible: Sendable {
  enum Amount: Sendable {
    case fixed(Cited<Fen>)
    case share(of: Deductible.ShareBase, Cited<Exact>, atLeast: Cited<Fen>?, atMost: Cited<Fen>?)
  }

  let counting: Deductible.Counting
  let table: DenseTable
  let amounts: [Amount]
  /// -1 unless it is charged once a year.
  let account: Int
  let ceilingAccount: Int
  let ceilingTable: DenseTable?
  let ceilingAmounts: [Cited<Fen>]

  init(
    counting: Deductible.Counting, table: DenseTable, amounts: [Amount], account: Int, ceilingAccount: Int,
    ceilingTable: DenseTable?, ceilingAmounts: [Cited<Fen>]
  ) {
    self.counting = counting
    self.table = table
    self.amounts = amounts
    self.account = account
    self.ceilingAccount = ceilingAccount
    self.ceilingTable = ceilingTable
    self.ceilingAmounts = ceilingAmounts
  }
}

final class CompiledRatio: Sendable {
  struct Adjustment: Sendable {
    enum Change: Sendable {
      case plus(DenseTable, [Cited<Exact>])
      case selfPayTimes(Cited<Exact>)
    }

    let applies: CompiledConditions
    let change: Change
    let atMost: Cited<Exact>?
    let atLeast: Cited<Exact>?
  }

  let axis: RatioRule.Axis
  let isSlab: Bool
  /// -1 when each settlement starts anew.
  let account: Int
  /// Upper ends in fen; the last is the largest number there is.
  let ends: [Int64]
  let table: DenseTable
  /// For each leaf of the table one ratio a column, one leaf after the other.
  let ratios: [Cited<Exact>]
  let adjustments: [Adjustment]

  init(
    axis: RatioRule.Axis, isSlab: Bool, account: Int, ends: [Int64], table: DenseTable, ratios: [Cited<Exact>],
    adjustments: [Adjustment]
  ) {
    self.axis = axis
    self.isSlab = isSlab
    self.account = account
    self.ends = ends
    self.table = table
    self.ratios = ratios
    self.adjustments = adjustments
  }
}

struct CompiledCap: Sendable {
  let cap: Cap
  let measure: Cap.Measure
  /// -1 when each settlement has its own room.
  let account: Int
  let table: DenseTable
  let amounts: [Cited<Fen>]
}

struct CompiledCumulative: Sendable {
  let account: Int
  /// What was paid so far; -1 unless the layer settles against it.
  let paidAccount: Int
}

struct CompiledNonLocal: Sendable {
  enum Effect: Sendable {
    case asAtHome
    case refused(reason: String)
    case change(CompiledChange)
  }

  /// A bit for each value of `visit`.
  let visits: UInt64
  let takesSelfPayBeforeDeductible: Bool
  let table: DenseTable
  let effects: [Effect]
}

struct CompiledChange: Sendable {
  enum RatioChange: Sendable {
    case lowerBy(Cited<Exact>)
    case times(Cited<Exact>)
    case instead(Cited<Exact>)
  }

  let ratio: RatioChange?
  let firstSelfPay: Cited<Exact>?
  let benefitTimes: Cited<Exact>?
  let deductible: Cited<Fen>?
  /// Index of a value of `hospital_level`.
  let treatedAsLevel: Cited<Int>?
  let minimumBase: StandingChange.MinimumBase
  let minimum: Cited<Exact>?
  let atMost: Cited<Exact>?
  let atLeast: Cited<Exact>?
}
