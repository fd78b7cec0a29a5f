import Findings
import Values

/// How much of the expense a layer pays, by columns of expense.
package final class RatioRule: Sendable {
  /// What the columns measure.
  package enum Axis: String, Sendable, RuleWord {
    case expenseWithDeductible = "expense_with_deductible"
    case expenseAboveDeductible = "expense_above_deductible"
    /// The layer's own payment.
    case paid

    package var chinese: String {
      switch self {
      case .expenseWithDeductible: "含起付的费用"
      case .expenseAboveDeductible: "起付以上费用"
      case .paid: "支付额"
      }
    }
  }

  package enum Mode: String, Sendable, CaseIterable {
    /// Each column pays its ratio on its own length.
    case marginal
    /// The ratio at the end of the expense applies to all of it.
    case slab
  }

  package enum Change: Sendable {
    /// Percentage points added; with a multiplier for each whole number beyond a start.
    case plus(RuleTable<Figure<Ratio>>, forEach: Multiplier?)
    /// The person's share times this.
    case selfPayTimes(Figure<Ratio>)
  }

  /// Counts how often points are added: once for each whole number of a dimension beyond a start (V-R5).
  package struct Multiplier: Sendable {
    package let dimension: Dimension
    package let beyond: Int

    package init(dimension: Dimension, beyond: Int) {
      self.dimension = dimension
      self.beyond = beyond
    }
  }

  package struct Adjustment: Sendable {
    package let applies: Conditions
    package let change: Change
    package let atMost: Figure<Ratio>?
    package let atLeast: Figure<Ratio>?
    package let place: Place

    package init(
      applies: Conditions, change: Change, atMost: Figure<Ratio>?, atLeast: Figure<Ratio>?, place: Place
    ) {
      self.applies = applies
      self.change = change
      self.atMost = atMost
      self.atLeast = atLeast
      self.place = place
    }
  }

  package let axis: Axis
  /// When the columns start anew.
  package let period: Period
  /// The account of the axis; nil when each settlement starts anew.
  package let account: AccountName?
  package let mode: Mode
  /// The upper ends of the columns; the last is nil.
  package let columnEnds: [Fen?]
  /// One ratio a column.
  package let table: RuleTable<[Figure<Ratio>]>
  package let adjustments: [Adjustment]
  package let place: Place

  package init(
    axis: Axis, period: Period, account: AccountName?, mode: Mode, columnEnds: [Fen?],
    table: RuleTable<[Figure<Ratio>]>,
    adjustments: [Adjustment], place: Place
  ) {
    self.axis = axis
    self.period = period
    self.account = account
    self.mode = mode
    self.columnEnds = columnEnds
    self.table = table
    self.adjustments = adjustments
    self.place = place
  }
}
