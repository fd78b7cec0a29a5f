import PolicyModel
import Values

/// A plan for all claims with the same facts: what is left to do for each are its amounts and accounts.
///
/// Numbers and pointers to numbers that never change, so that evaluating counts no references. It lies in memory of its
/// own, which ``SituationCache`` gives back.
struct FlatSituation {
  // What every claim needs comes first, so that it lies together.

  /// The layers that apply, in their order.
  let layers: FlatList<FlatLayer>
  let turns: FlatList<FlatTurn>
  let causes: FlatList<FlatCause>
  /// Whether a layer reads an account that the claim has changed before.
  let readsWhatItChanges: Bool
  /// Whether the first self-pay is taken before any layer begins.
  let takesSelfPayBeforeDeductible: Bool
  /// The kinds of basis that every claim of the situation rests on.
  let basis: UInt8
  /// Every account that it may change, to put them back.
  let touched: FlatList<Int32>
  let growth: FlatList<FlatGrowth>
  /// Accounts that begin anew with the claim, and counters that it makes one larger.
  let unitAccounts: FlatList<Int32>
  let counters: FlatList<Int32>
  let columns: FlatList<FlatColumn>
  let caps: FlatList<FlatCap>
  /// How payments are rounded, of whole fen.
  let rounding: FlatRounding
  /// The non-local first self-pay, where one is owed.
  let firstSelfPay: FlatShare
  /// Accounts of the policy.
  let accountCount: Int
  /// As many events as an evaluation can have.
  let mostEvents: Int
  /// What explanations name; nothing else touches it.
  let figures: Unmanaged<FlatFigures>

  /// As many accounts as can be put back.
  static let touchedLimit = 24

  func free() {
    figures.release()
    layers.free()
    columns.free()
    turns.free()
    caps.free()
    growth.free()
    causes.free()
    unitAccounts.free()
    counters.free()
    touched.free()
  }
}

/// A share of an amount, in whole fen.
struct FlatShare {
  let numerator: Int64
  /// Rounds whole fen times the numerator.
  let rounding: FlatRounding
  /// Amounts of more cannot be multiplied within 64 bits.
  let largestBase: Int64

  /// -1 when the base is too large.
  func amount(of base: Int64) -> Int64 {
    base > largestBase ? -1 : rounding(base &* numerator)
  }
}
