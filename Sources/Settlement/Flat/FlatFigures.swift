import PolicyModel
import Values

/// What the numbers of a situation are and rest on, for explanations.
final class FlatFigures: Sendable {
  struct Layer: Sendable {
    let isYearly: Bool
    /// Steps that lead to the standard, as the general evaluation records them.
    var adjustments: [Step] = []
    /// D; nil for a layer without a deductible.
    var standard: Cited<Fen>?
    /// The account that counts stays for it; -1 when no table goes by the ordinal.
    var counter = -1
    var ceilingCitation: Int32?
    /// Of each cap the limit; nil within where it is lifted.
    var caps: [Cited<Fen?>] = []
    var columns: [Column] = []

    init(isYearly: Bool) { self.isYearly = isYearly }
  }

  struct Column: Sendable {
    /// Steps that lead to the ratio.
    let changes: [Step]
    let ratio: Cited<Exact>
    let cited: Set<Int32>
  }

  let level: Cited<Int>?
  let selfPay: Cited<Exact>?
  /// By number of the plan's layer.
  let layers: [Int: Layer]
  /// Clauses that every claim of the situation rests on.
  let cited: Set<Int32>

  init(level: Cited<Int>?, selfPay: Cited<Exact>?, layers: [Int: Layer], cited: Set<Int32>) {
    self.level = level
    self.selfPay = selfPay
    self.layers = layers
    self.cited = cited
  }
}
