import Values

/// How two functions of the expense compare.
package enum Comparison {
  /// The amount in whole fen at which one function stays furthest below another; nil when it never does up to the end.
  package static func largestShortfall(
    of function: PiecewiseLinear, below other: PiecewiseLinear, upTo end: Exact? = nil
  )
    throws(ArithmeticOverflow) -> Fen?
  {
    let difference = try other.subtracting(function)
    var largest: (value: Exact, at: Fen)?
    var points = try samples(of: difference)
    if let end = end?.wholeFenBelow { points.append(end) }
    for point in points + [farthest] {
      if let end, try end.isLess(than: Exact(point)) { continue }
      // Only what shows nowhere nearer is shown far away.
      if point == farthest, largest != nil { continue }
      let value = try difference.value(at: Exact(point))
      guard value.numerator > 0 else { continue }
      if let known = largest, try !known.value.isLess(than: value) { continue }
      largest = (value, point)
    }
    return largest?.at
  }

  /// A hundred million yuan: where what grows slowly shows in the end.
  static let farthest = Fen(10_000_000_000)

  /// Whole amounts at and beside every breakpoint, and one beyond the last.
  package static func samples(of function: PiecewiseLinear) throws(ArithmeticOverflow) -> [Fen] {
    var points: Set<Int64> = [0, 1]
    var last: Int64 = 0
    for point in function.breakpoints {
      guard let whole = point.wholeFenBelow?.count, whole < Fen.largest.count / 1000 else { continue }
      points.formUnion([whole, whole + 1])
      last = max(last, whole)
    }
    points.insert(last + 10_000_000)
    return points.sorted().map { Fen($0) }
  }
}
