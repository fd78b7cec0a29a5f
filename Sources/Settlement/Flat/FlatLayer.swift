import PolicyModel

/// A layer for one situation: every look-up done, every ratio final. Numbers only, so that evaluating touches nothing
/// that is counted, allocated or locked; small ones, because many situations are in use at once.
struct FlatLayer {
  enum Base: UInt8 {
    case inScope
    /// What `source` says that layers left over their caps; they leave it no more.
    case overCap
    /// Parts of the person, in `causes`.
    case causes
  }

  enum Caps: UInt8 {
    case none
    /// At most one on what is paid and one on expense.
    case two
    case more
  }

  // What every claim needs comes first, so that it lies together.

  /// Its number among the plan's layers.
  var index: Int32
  var base: Base
  /// Whether the columns' axis begins with the deductible.
  var axisIncludesDeductible = false
  /// Whether the non-local first self-pay is taken from its base.
  var takesFirstSelfPay = false
  /// Whether a column rests on a kind of basis that not every claim of the situation rests on.
  var hasBasisOfColumns = false
  /// Base of the layer adds up over the year in this account; -1 for other layers.
  var yearlyAccount: Int32 = -1
  /// What was charged of the deductible in the period; -1 for none.
  var deductibleAccount: Int32 = -1
  /// What was charged in the period, where there is a limit; -1 for none.
  var ceilingAccount: Int32 = -1
  /// Where the columns go on from; -1 when each settlement starts anew.
  var axisAccount: Int32 = -1
  /// The one cause of a base that is over caps.
  var source = FlatCause(.overCap, of: 0..<0)
  var caps = Caps.none
  var causes = FlatRange.none
  /// D in fen.
  var deductible: Int64 = 0
  /// Bases of more cannot be multiplied within 64 bits.
  var largestBase: Int64
  /// What all ratios of the layer are counted in: ratio = numerator / denominator.
  var denominator: Int64
  /// Numerators of the first and the last column.
  var firstNumerator: Int32 = 0
  var lastNumerator: Int32 = 0
  /// Where one column gives way to the next.
  var turns = FlatRange.none
  /// The first cap on what is paid, and on expense: most layers have no more.
  var capOnPaid = FlatCap.none
  var capOnExpense = FlatCap.none
  /// Rounds whole fen times a numerator.
  var rounding: FlatRounding
  var growth = FlatRange.none
  var columns = FlatRange.none
  /// What may be charged in the period.
  var ceiling: Int64 = 0
  var moreCaps = FlatRange.none
  /// All of them, in the order of the rules.
  var toldCaps = FlatRange.none
  /// What was paid for the year so far, where the layer settles against it; -1 elsewhere.
  var yearlyPaidAccount: Int32 = -1
}

struct FlatColumn {
  /// Upper end in fen, at most ``FlatLimit/unlimited``.
  var end: Int64
  var numerator: Int32
  var basis: UInt8
}

/// Where one column of a layer ends and the next begins.
struct FlatTurn {
  /// In fen, at most ``FlatLimit/unlimited``.
  var end: Int64
  /// The numerator up to here, less the one from here on.
  var fall: Int64
}

struct FlatCap {
  enum Measure: UInt8 { case paid, expense, expenseAboveDeductible }

  /// In fen, at most ``FlatLimit/unlimited``.
  var limit: Int64
  /// What was used of it; -1 when each settlement has its own room.
  var account: Int32
  var measure: Measure

  static let none = FlatCap(limit: FlatLimit.unlimited, account: -1, measure: .expense)
}

struct FlatGrowth {
  /// What is added, in the order of ``FlatSlots/choice(_:_:_:_:)``.
  enum Measure: Int32 { case deductible, expense, expenseAboveDeductible, paid }

  var account: Int32
  var measure: Measure
}

enum FlatLimit {
  /// Above every amount, and small enough to be added to one.
  static let unlimited = Int64.max / 4

  /// Amounts of a claim are below 2 to this power.
  static let bits: UInt64 = 54

  /// ``Fen/largest``, as a number of this module.
  static let account: Int64 = 9_999_999_999_999_999
}
