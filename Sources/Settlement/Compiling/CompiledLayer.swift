import PolicyModel
import Values

/// A value and the clause it rests on, as an index.
package struct Cited<Value: Sendable>: Sendable {
  package let value: Value
  package let citation: Int32
}

package final class CompiledLayer: Sendable {
  package let layer: Layer
  package let applies: CompiledConditions
  package let base: Base
  package let deductible: CompiledDeductible?
  package let ratio: CompiledRatio
  package let caps: [CompiledCap]
  package let cumulative: CompiledCumulative?
  /// What the layer adds to its accounts when it has paid.
  package let growth: [Growth]
  /// Whether a standing changes this layer.
  package let isReached: Bool

  /// Whether it pays from the in-scope amount itself, not from what other layers left.
  package var takesInScope: Bool {
    if case .inScope = base { true } else { false }
  }

  package init(
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

  package enum Base: Sendable {
    case inScope
    /// -1 means of any layer.
    case overCap(layer: Int)
    case causes([(layer: Int, cause: Cause)])
  }

  package struct Growth: Sendable {
    package let account: AccountSelector
    package let measure: Account.Measure
  }
}

package final class CompiledDeductible: Sendable {
  package enum Amount: Sendable {
    case fixed(Cited<Fen>)
    case share(of: Deductible.ShareBase, Cited<Exact>, atLeast: Cited<Fen>?, atMost: Cited<Fen>?)

    package var isShare: Bool {
      if case .share = self { true } else { false }
    }
  }

  package struct Adjustment: Sendable {
    package enum Change: Sendable {
      case times(CompiledTable<Exact>)
      case minusEachTime(CompiledTable<Fen>)
      case timesEachTime(Cited<Exact>)
    }

    package let applies: CompiledConditions
    package let change: Change
    package let atLeast: CompiledTable<Fen>?
    package let atMost: CompiledTable<Fen>?
  }

  package let counting: Deductible.Counting
  package let table: DenseTable
  package let amounts: [Amount]
  package let adjustments: [Adjustment]
  /// Days after which it is charged again; nil among the values means never.
  package let againEvery: CompiledTable<Int?>?
  /// What was charged in the period, or the unit.
  package let account: AccountSelector
  /// The highest amount that applied in the period, when that one is owed.
  package let highest: AccountSelector
  package let ceilingAccount: Int
  package let ceiling: CompiledTable<Fen>?

  package init(
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
package struct CompiledTable<Value: Sendable>: Sendable {
  package let table: DenseTable
  package let values: [Cited<Value>]
}

package final class CompiledRatio: Sendable {
  package struct Adjustment: Sendable {
    package enum Change: Sendable {
      /// The points are added once for each number of the dimension beyond a start, when there is a multiplier.
      case plus(CompiledTable<Exact>, forEach: Multiplier?)
      case selfPayTimes(Cited<Exact>)
    }

    package struct Multiplier: Sendable {
      package let slot: Int
      package let beyond: Int
    }

    package let applies: CompiledConditions
    package let change: Change
    package let atMost: Cited<Exact>?
    package let atLeast: Cited<Exact>?
  }

  package let axis: RatioRule.Axis
  package let isSlab: Bool
  /// Where the columns go on from; none when each settlement starts anew.
  package let account: AccountSelector
  /// Upper ends in fen; the last is the largest number there is.
  package let ends: [Int64]
  package let table: DenseTable
  /// For each leaf of the table one ratio a column, one leaf after the other.
  package let ratios: [Cited<Exact>]
  package let adjustments: [Adjustment]

  package init(
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

package struct CompiledCap: Sendable {
  package let cap: Cap
  package let measure: Cap.Measure
  /// None when each settlement has its own room.
  package let account: AccountSelector
  package let table: DenseTable
  /// Nil where the limit is lifted.
  package let amounts: [Cited<Fen?>]
  package let several: Several?

  package enum Several: Sendable {
    case largest
    case mainAndOthers(upTo: Cited<Fen>)
  }
}

package struct CompiledCumulative: Sendable {
  package let account: Int
  /// What was paid so far; -1 unless the layer settles against it.
  package let paidAccount: Int
}
