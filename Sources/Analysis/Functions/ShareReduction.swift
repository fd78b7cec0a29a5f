import Values

/// By how much the share of the expense that is paid falls.
package struct ShareReduction: Sendable {
  /// As a ratio: 0.1 is ten points.
  package let points: Exact
  /// An expense in whole fen at which it shows: the one where it is largest, or a large one when it only gets near.
  package let at: Fen

  /// The largest there is at any expense, from what one function pays to what another does.
  ///
  /// - Parameter enough: when more than this shows nearer, a far-off expense at which still more does is not looked for.
  package static func largest(from: PiecewiseLinear, to: PiecewiseLinear, enough: Exact? = nil)
    throws(ArithmeticOverflow) -> ShareReduction
  {
    let lost = try from.subtracting(to)
    var largest = ShareReduction(points: .zero, at: .zero)
    // On each piece the share moves one way only, so that its ends tell.
    for point in try Comparison.samples(of: lost) + [Comparison.farthest] where point.count > 0 {
      if point == Comparison.farthest, let enough, try enough.isLess(than: largest.points) { continue }
      let points = try lost.value(at: Exact(point)).divided(by: Exact(point))
      // Of equal ones the last: of a few fen, a share cannot be told for the rounding.
      guard points.numerator > 0, try !points.isLess(than: largest.points) else { continue }
      largest = ShareReduction(points: points, at: point)
    }
    return largest
  }
}
