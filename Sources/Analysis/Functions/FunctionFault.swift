import Values

/// Where a function of the expense does what payments must not.
package struct FunctionFault: Sendable {
  package enum Kind: Sendable {
    case falls
    /// It grows by more than the expense.
    case steep
    /// It jumps up.
    case jumps
  }

  package let kind: Kind
  /// Two amounts in whole fen between which it shows.
  package let from: Fen
  package let to: Fen

  /// All of a function's on amounts that a claim can have, in the order of the expense.
  package static func all(of function: PiecewiseLinear) throws(ArithmeticOverflow) -> [FunctionFault] {
    var faults: [FunctionFault] = []
    let function = try function.upToLargestClaim()
    for jump in try function.jumps() {
      let isUp = try jump.value.isLess(than: jump.above)
      guard let from = jump.at.wholeFenBelow else { continue }
      faults.append(FunctionFault(kind: isUp ? .jumps : .falls, from: from, to: Fen(from.count + 1)))
    }
    for (index, piece) in function.pieces.enumerated() {
      let isSteep = try Exact.one.isLess(than: piece.slope)
      guard piece.slope.isNegative || isSteep else { continue }
      guard let start = piece.start.wholeFenBelow else { continue }
      let from = piece.start.isWhole ? start : Fen(start.count + 1)
      // Far enough for the difference to be seen in fen.
      var to = min(Fen(from.count + 10_000_000), .largest)
      if index + 1 < function.pieces.count, let end = function.pieces[index + 1].start.wholeFenBelow { to = end }
      if from < to { faults.append(FunctionFault(kind: isSteep ? .steep : .falls, from: from, to: to)) }
    }
    return faults.sorted { $0.from < $1.from }
  }

  /// The layer to which it is due: the one whose payment changes most in the wrong way.
  package func layer(of function: PlanFunction) -> Int? {
    let changes = function.layers.compactMap { layer -> (layer: Int, change: Exact)? in
      guard let before = try? layer.payment.value(at: Exact(from)), let after = try? layer.payment.value(at: Exact(to)),
        let change = try? kind == .falls ? before.subtracting(after) : after.subtracting(before)
      else { return nil }
      return (layer.layer, change)
    }
    return changes.max { ((try? $0.change.isLess(than: $1.change)) ?? false) }?.layer
  }
}

extension Exact {
  /// The largest whole number of fen not above it; nil when it does not fit.
  package var wholeFenBelow: Fen? {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int64(exactly: rest < 0 ? quotient - 1 : quotient).map { Fen($0) }
  }
}
