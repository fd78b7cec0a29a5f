import PolicyModel
import Values

/// A plan for all claims with the same facts: what is left to do for each are its amounts and accounts.
///
/// Numbers and pointers to numbers that never change, so that evaluating counts no references. It lies in memory of its
/// own, which ``SituationCache`` gives back.
struct FlatSituation {
  /// All layers of the plan; `applying` has the indices of those that apply, in their order.
  let layers: FlatList<FlatLayer>
  let applying: FlatList<Int>
  let columns: FlatList<FlatColumn>
  let caps: FlatList<FlatCap>
  let growth: FlatList<FlatGrowth>
  let causes: FlatList<FlatCause>
  let rounding: FlatRounding
  /// The non-local first self-pay, as numerator and denominator; denominator 0 when none is owed.
  let firstSelfPay: (count: Int64, parts: Int64)
  let takesSelfPayBeforeDeductible: Bool
  /// Accounts that begin anew with the claim, and counters that it makes one larger.
  let unitAccounts: FlatList<Int>
  let counters: FlatList<Int>
  /// Every account that it may change, to put them back.
  let touched: FlatList<Int>
  /// The weakest basis of what every claim of the situation rests on.
  let basis: UInt8

  /// As many accounts as can be put back.
  static let touchedLimit = 24

  func free() {
    layers.free()
    applying.free()
    columns.free()
    caps.free()
    growth.free()
    causes.free()
    unitAccounts.free()
    counters.free()
    touched.free()
  }
}

/// One of the person's parts that a layer pays from.
struct FlatCause {
  let layer: Int
  let cause: Cause
}

/// A list of numbers that never changes, in memory that somebody else gives back.
struct FlatList<Element> {
  private let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ items: [Element]) {
    count = items.count
    start = .allocate(capacity: max(1, items.count))
    start.initialize(from: items, count: items.count)
  }

  /// - Parameter index: one of the list; the maker of the list is who guarantees it.
  @inline(__always)
  subscript(index: Int) -> Element { start[index] }

  func free() {
    start.deinitialize(count: count)
    start.deallocate()
  }
}
