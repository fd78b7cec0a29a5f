import PolicyModel
import Settlement
import Values

/// Where two functions of the expense pay differently, and by how much.
package struct PaidChange: Hashable, Sendable {
  /// What is paid at an expense, on both sides. Exact fen.
  package struct Point: Hashable, Sendable {
    package let expense: Exact
    package let before: Exact
    package let after: Exact
  }

  package struct Slopes: Hashable, Sendable {
    package let before: Exact
    package let after: Exact
  }

  /// Expense above `from` up to and with `to`, for ever without it, over which something differs.
  package struct Interval: Hashable, Sendable {
    package let from: Exact
    package let to: Exact?
    /// At the start, where either side bends or jumps, and at the end; straight in between. At a start or a jump the
    /// values are those just above it.
    package let points: [Point]
    /// Without an end, what each further fen of expense is paid on both sides.
    package let slopes: Slopes?
    /// Only which fund pays differs, not how much is paid.
    package let isBetweenFunds: Bool
  }

  package let intervals: [Interval]
  /// The funds that pay more or less.
  package let funds: [Fund]
  /// Where the change is largest; a large expense when it grows without end.
  package let largest: Fen
  /// By how much it changes there, up or down.
  let largestSize: Exact
  /// The further the larger the expense: there is no largest change.
  package let isUnbounded: Bool

  /// Nil when both pay the same at every expense that a claim can have, from the same funds.
  package init?(from before: PaidByFund, to after: PaidByFund) throws(ArithmeticOverflow) {
    var differences: [(fund: Fund, change: PiecewiseLinear)] = []
    for fund in Fund.allCases {
      let change = try after[fund].subtracting(before[fund])
      if change != .constant(.zero) { differences.append((fund, change)) }
    }
    guard !differences.isEmpty else { return nil }
    funds = differences.map(\.fund)
    let total = try after.total.subtracting(before.total)
    var points = Set([before.total, after.total, total].flatMap(\.breakpoints))
    for difference in differences { points.formUnion(difference.change.breakpoints) }
    let starts = try [.zero] + PaidChange.sorted(points)
    var intervals: [Interval] = []
    var open: [Exact] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : nil
      var differs = false
      for difference in differences where try difference.change.isNonzero(after: start) { differs = true }
      if differs { open.append(start) }
      if !open.isEmpty, !differs || end == nil {
        intervals.append(try PaidChange.interval(open, to: differs ? nil : start, before, after, total))
        open = []
      }
    }
    // Of whole fen: between two of them no claim lies.
    let shown = total == .constant(.zero) ? differences.map(\.change) : [total]
    var largest = try PaidChange.largest(shown)
    if largest == nil { largest = try PaidChange.largest(differences.map(\.change)) }
    guard let largest else { return nil }
    self.intervals = intervals
    self.largest = largest.at
    largestSize = largest.size
    isUnbounded = shown.contains { $0.pieces[$0.pieces.count - 1].slope != .zero }
  }

  private static func sorted(_ points: Set<Exact>) throws(ArithmeticOverflow) -> [Exact] {
    var sorted: [Exact] = []
    for point in points {
      var index = sorted.count
      while index > 0, try point.isLess(than: sorted[index - 1]) { index -= 1 }
      sorted.insert(point, at: index)
    }
    return sorted
  }

  private static func interval(
    _ starts: [Exact], to end: Exact?, _ before: PaidByFund, _ after: PaidByFund, _ total: PiecewiseLinear
  ) throws(ArithmeticOverflow) -> Interval {
    var points: [Point] = []
    var differs = false
    for start in starts {
      points.append(
        Point(
          expense: start, before: try before.total.limit(above: start), after: try after.total.limit(above: start)))
      if try total.isNonzero(after: start) { differs = true }
    }
    if let end {
      points.append(
        Point(expense: end, before: try before.total.value(at: end), after: try after.total.value(at: end)))
    }
    let slopes = Slopes(
      before: before.total.pieces[before.total.pieces.count - 1].slope,
      after: after.total.pieces[after.total.pieces.count - 1].slope)
    return Interval(
      from: starts[0], to: end, points: points, slopes: end == nil ? slopes : nil, isBetweenFunds: !differs)
  }

  /// The whole amount with the largest change; nil when none of them changes at any.
  private static func largest(_ changes: [PiecewiseLinear]) throws(ArithmeticOverflow) -> (at: Fen, size: Exact)? {
    var largest: (at: Fen, size: Exact)?
    for change in changes {
      for point in try candidates(change) {
        let value = try change.value(at: Exact(point))
        let size = value.isNegative ? value.negated : value
        if try (largest?.size ?? .zero).isLess(than: size) { largest = (point, size) }
      }
    }
    return largest
  }

  /// Whole amounts at both ends of each piece, however far off.
  private static func candidates(_ change: PiecewiseLinear) throws(ArithmeticOverflow) -> [Fen] {
    let ends = change.breakpoints.compactMap(\.wholeFenBelow).flatMap { [$0, Fen($0.count + 1)] }
    return Set(try Comparison.samples(of: change) + ends).filter { $0 <= .largest }.sorted()
  }
}

extension PiecewiseLinear {
  /// Whether it is other than zero somewhere between a breakpoint and the next.
  fileprivate func isNonzero(after point: Exact) throws(ArithmeticOverflow) -> Bool {
    let piece = pieces[try indexOfPiece(leaving: point)]
    if piece.slope != .zero { return true }
    return try piece.value(at: point) != .zero
  }
}

/// What each fund pays, as functions of the expense.
package struct PaidByFund: Hashable, Sendable {
  private var byFund: [Fund: PiecewiseLinear] = [:]
  package private(set) var total = PiecewiseLinear.constant(.zero)

  /// Nothing from any fund.
  package init() {}

  package init(_ function: PlanFunction) throws(ArithmeticOverflow) {
    for layer in function.layers {
      let fund = function.situation.plan.layers[layer.layer].layer.fund
      byFund[fund] = try self[fund].adding(layer.payment)
    }
    total = function.total
  }

  package subscript(fund: Fund) -> PiecewiseLinear { byFund[fund] ?? .constant(.zero) }
}
