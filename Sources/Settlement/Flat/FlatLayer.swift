/// A layer for one situation: every look-up done, every ratio final. Numbers only, so that evaluating touches nothing
/// that is counted, allocated or locked.
struct FlatLayer {
  enum Base {
    case inScope
    /// What a layer left over its cap, or (-1) all of them.
    case overCap(Int)
    /// Parts of the person, in ``FlatSituation/causes``.
    case causes(first: Int, count: Int)
  }

  var base: Base
  /// Base of the layer adds up over the year in this account; -1 for other layers.
  var yearlyAccount = -1
  /// What was paid for the year so far, where the layer settles against it; -1 elsewhere.
  var yearlyPaidAccount = -1
  var deductible = FlatDeductible()
  /// Whether the columns' axis begins with the deductible.
  var axisIncludesDeductible = false
  /// Where the columns go on from; -1 when each settlement starts anew.
  var axisAccount = -1
  /// What all ratios of the layer are counted in: ratio = numerator / denominator.
  var denominator: Int64 = 1
  var columns = 0..<0
  var caps = 0..<0
  var growth = 0..<0
  /// Bases of more fen cannot be multiplied within 64 bits.
  var largestBase = Int64.max
}

extension FlatLayer {
  /// Stands for a layer that does not apply.
  static let none = FlatLayer(base: .inScope)
}

/// What a layer's deductible asks for; nothing unless the rules say so.
struct FlatDeductible {
  /// D in fen.
  var amount: Int64 = 0
  /// What was charged in the period; -1 for none.
  var account = -1
  /// What may be charged in the period, where there is a limit.
  var ceiling: Int64 = .max
  var ceilingAccount = -1
}

struct FlatColumn {
  /// Upper end in fen.
  var end: Int64
  var numerator: Int64
  var basis: UInt8
}

struct FlatCap {
  enum Measure { case paid, expense, expenseAboveDeductible }

  var measure: Measure
  var limit: Int64
  /// What was used of it; -1 when each settlement has its own room.
  var account: Int
}

struct FlatGrowth {
  var account: Int
  var measure: Account.Measure
}
