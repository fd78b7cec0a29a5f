import PolicyModel
import Values

/// What the evaluator knows of a claim: a value for each dimension, and the amounts.
package struct Facts: Sendable {
  /// By ``Dimension/index``: the index of the value in the region's space, or the number itself; -1 when not known.
  package var values: InlineArray<10, Int32>
  package var total: Fen
  /// The catalogue's first self-pay (乙类先行自付).
  package var firstSelfPay: Fen
  package var inScope: Fen

  package init(total: Fen, firstSelfPay: Fen, inScope: Fen) {
    values = InlineArray(repeating: -1)
    self.total = total
    self.firstSelfPay = firstSelfPay
    self.inScope = inScope
  }

  package subscript(dimension: Dimension) -> Int {
    get { Int(values[dimension.index]) }
    set { values[dimension.index] = Int32(clamping: newValue) }
  }
}

extension Dimension {
  /// The slot of the dimension in ``Facts``.
  package var index: Int {
    switch self {
    case .insurance: 0
    case .visit: 1
    case .person: 2
    case .hospitalLevel: 3
    case .occurrence: 4
    case .standing: 5
    case .distance: 6
    case .channel: 7
    case .age: 8
    case .hardship: 9
    }
  }
}
