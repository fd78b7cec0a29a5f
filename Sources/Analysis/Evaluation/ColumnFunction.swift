import Values

/// What the columns of a layer pay, by how far the expense has gone along them.
struct ColumnFunction {
  /// Upper ends in fen; the last is the largest number there is.
  let ends: [Int64]
  /// The final ratio of each column.
  let rates: [Exact]
  /// The ends are amounts paid, not expense.
  let measuresPaid: Bool

  /// What is paid for expense from the beginning of the first column on.
  func paid() throws(ArithmeticOverflow) -> PiecewiseLinear {
    var pieces: [PiecewiseLinear.Piece] = []
    var start = Exact.zero
    var paid = Exact.zero
    var lower: Int64 = 0
    for (end, rate) in zip(ends, rates) {
      pieces.append(.init(from: start, value: paid, slope: rate))
      if end == .max { break }
      let width = Exact(end - lower)
      lower = end
      if !measuresPaid {
        start = try start.adding(width)
        paid = try paid.adding(width.multiplied(by: rate))
      } else if rate == .zero {
        // What pays nothing never comes to an end.
        break
      } else {
        start = try start.adding(width.divided(by: rate))
        paid = try paid.adding(width)
      }
    }
    return try PiecewiseLinear(atZero: .zero, pieces)
  }

  /// What each column pays of it.
  func parts() throws(ArithmeticOverflow) -> [PiecewiseLinear] {
    var parts: [PiecewiseLinear] = []
    let whole = measuresPaid ? try paid() : .identity
    var lower = Exact.zero
    for (end, rate) in zip(ends, rates) {
      var part = try whole.greater(of: .constant(lower))
      if end != .max { part = try part.lesser(of: .constant(Exact(end))) }
      part = try part.subtracting(.constant(lower))
      parts.append(measuresPaid ? part : try part.times(rate))
      lower = Exact(end)
    }
    return parts
  }
}
