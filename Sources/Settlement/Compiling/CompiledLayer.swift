import PolicyModel
import Values

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
    let account: AccountSelector
    let measure: Account.Measure
  }
}

final class CompiledDeductible: Sendable {
  enum Amount: Sendable {
    case fixed(Cited<Fen>)
    case share(of: Deductible.ShareBase, Cited<Exact>, atLeast: Cited<Fen>?, atMost: Cited<Fen>?)

    var isShare: Bool {
      if case .share = self { true } else { false }
    }
  }

  struct Adjustment: Sendable {
    enum Change: Sendable {
      case times(CompiledTable<Exact>)
      case minusEachTime(CompiledTable<Fen>)
      case timesEachTime(Cited<Exact>)
    }

    let applies: CompiledConditions
    let change: Change
    let atLeast: CompiledTable<Fen>?
    let atMost: CompiledTable<Fen>?
  }

  let counting: Deductible.Counting
  let table: DenseTable
  let amounts: [Amount]
  let adjustments: [Adjustment]
  /// Days after which it is charged again; nil among the values means never.
  let againEvery: CompiledTable<Int?>?
  /// What was charged in the period, or the unit.
  let account: AccountSelector
  /// The highest amount that applied in the period, when that one is owed.
  let highest: AccountSelector
  let ceilingAccount: Int
  let ceiling: CompiledTable<Fen>?

  init(
    counting: Deductible.Counting, table: DenseTable, amounts: [Amount], adjustments: [Adjustment],
    againEvery: CompiledTable<Int?>?, account: AccountSelector, highest: AccountSelector, ceilingAccount: Int,
    ceiling: CompiledTable<Fen>?
  ) {
    self.counting = counting
    self.table = table
    self.amounts = amounts
    self.adjustments = adjustments
    self.againEvery = againEvery
    self.account = account
    self.highest = highest
    self.ceilingAccount = ceilingAccount
    self.ceiling = ceiling
  }
}

/// A flat table whose leaves are single values with their clauses.
struct CompiledTable<Value: Sendable>: Sendable {
  let table: DenseTable
  let values: [Cited<Value>]
}

final class CompiledRatio: Sendable {
  struct Adjustment: Sendable {
    enum Change: Sendable {
      /// The points are added once for each number of the dimension beyond a start, when there is a multiplier.
      case plus(CompiledTable<Exact>, forEach: Multiplier?)
      case selfPayTimes(Cited<Exact>)
    }

    struct Multiplier: Sendable {
      let slot: Int
      let beyond: Int
    }

    let applies: CompiledConditions
    let change: Change
    let atMost: Cited<Exact>?
    let atLeast: Cited<Exact>?
  }

  let axis: RatioRule.Axis
  let isSlab: Bool
  /// Where the columns go on from; none when each settlement starts anew.
  let account: AccountSelector
  /// Upper ends in fen; the last is the largest number there is.
  let ends: [Int64]
  let table: DenseTable
  /// For each leaf of the table one ratio a column, one leaf after the other.
  let ratios: [Cited<Exact>]
  let adjustments: [Adjustment]

  init(
    axis: RatioRule.Axis, isSlab: Bool, account: AccountSelector, ends: [Int64], table: DenseTable,
    ratios: [Cited<Exact>],
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
  /// None when each settlement has its own room.
  let account: AccountSelector
  let table: DenseTable
  /// Nil where the limit is lifted.
  let amounts: [Cited<Fen?>]
  let several: Several?

  enum Several: Sendable {
    case largest
    case mainAndOthers(upTo: Cited<Fen>)
  }
}

struct CompiledCumulative: Sendable {
  let account: Int
  /// What was paid so far; -1 unless the layer settles against it.
  let paidAccount: Int
}
