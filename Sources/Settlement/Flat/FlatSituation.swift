import PolicyModel
import Values

/// A plan for all claims with the same facts: what is left to do for each are its amounts and accounts.
final class FlatSituation: Sendable {
  /// All layers of the plan.
  let layers: [FlatLayer]
  /// Indices of those that apply, in their order.
  let applying: [Int]
  let columns: [FlatColumn]
  let caps: [FlatCap]
  let growth: [FlatGrowth]
  let causes: [(layer: Int, cause: Cause)]
  let rounding: FlatRounding
  /// The non-local first self-pay, as numerator and denominator; nil when none is owed.
  let firstSelfPay: (count: Int64, parts: Int64)?
  let takesSelfPayBeforeDeductible: Bool
  /// Accounts that begin anew with the claim, and counters that it makes one larger.
  let unitAccounts: [Int]
  let counters: [Int]
  /// Every account that it may change, to put them back.
  let touched: [Int]
  /// The weakest basis of what every claim of the situation rests on.
  let basis: UInt8

  /// As many accounts as can be put back.
  static let touchedLimit = 24

  init(
    layers: [FlatLayer], applying: [Int], columns: [FlatColumn], caps: [FlatCap], growth: [FlatGrowth],
    causes: [(layer: Int, cause: Cause)], rounding: FlatRounding, firstSelfPay: (count: Int64, parts: Int64)?,
    takesSelfPayBeforeDeductible: Bool, unitAccounts: [Int], counters: [Int], touched: [Int], basis: UInt8
  ) {
    self.layers = layers
    self.applying = applying
    self.columns = columns
    self.caps = caps
    self.growth = growth
    self.causes = causes
    self.rounding = rounding
    self.firstSelfPay = firstSelfPay
    self.takesSelfPayBeforeDeductible = takesSelfPayBeforeDeductible
    self.unitAccounts = unitAccounts
    self.counters = counters
    self.touched = touched
    self.basis = basis
  }
}
