import PolicyModel
import Values

/// What the evaluator knows of a claim: a value for each dimension, and the amounts.
package struct Facts: Sendable {
  /// By slot of the dimension: the index of the value in the region's space, or the number itself; -1 when not known.
  package var values: InlineArray<22, Int32>
  package var total: Fen
  /// The catalogue's first self-pay (乙类先行自付).
  package var firstSelfPay: Fen
  package var inScope: Fen
  /// Days of the stay, the day of discharge not counted, at least one; 0 when not known.
  package var days: Int32 = 0
  /// The claim goes on with the unit of an earlier one (`same_unit`).
  package var continuesUnit = false
  package var part = StayPart.whole
  /// The person's certified diseases, the chosen main one first, as indices of `disease`; empty when not told.
  package var diseases: [Int32] = []

  package init(total: Fen, firstSelfPay: Fen, inScope: Fen) {
    values = InlineArray(repeating: -1)
    self.total = total
    self.firstSelfPay = firstSelfPay
    self.inScope = inScope
  }

  /// By a dimension with a slot: a built-in one, or one of a region's ``DimensionSpace``.
  package subscript(dimension: Dimension) -> Int {
    get { dimension.slot >= 0 ? Int(values[dimension.slot]) : -1 }
    set { if dimension.slot >= 0 { values[dimension.slot] = Int32(clamping: newValue) } }
  }
}
