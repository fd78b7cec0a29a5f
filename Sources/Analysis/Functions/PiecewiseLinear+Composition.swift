import Values

extension PiecewiseLinear {
  /// This function of the value of another one, which is never negative.
  ///
  /// Where the other one falls onto a jump, the value at that one point is the limit from above, as just before it.
  package func of(_ inner: PiecewiseLinear) throws(ArithmeticOverflow) -> PiecewiseLinear {
    var result: [Piece] = []
    for (index, piece) in inner.pieces.enumerated() {
      let end = index + 1 < inner.pieces.count ? inner.pieces[index + 1].start : nil
      switch piece.slope.numerator.signum() {
      case 0: result.append(Piece(from: piece.start, value: try value(at: piece.value), slope: .zero))
      case 1: result += try rising(along: piece, to: end)
      default: result += try falling(along: piece, to: end)
      }
    }
    return try PiecewiseLinear(atZero: value(at: inner.atZero), result)
  }

  private func rising(along inner: Piece, to end: Exact?) throws(ArithmeticOverflow) -> [Piece] {
    let first = try indexOfPiece(leaving: inner.value)
    var result = [
      Piece(
        from: inner.start, value: try pieces[first].value(at: inner.value),
        slope: try pieces[first].slope.multiplied(by: inner.slope))
    ]
    for piece in pieces[(first + 1)...] {
      let point = try inner.start.adding(piece.start.subtracting(inner.value).divided(by: inner.slope))
      if let end, try !point.isLess(than: end) { break }
      result.append(Piece(from: point, value: piece.value, slope: try piece.slope.multiplied(by: inner.slope)))
    }
    return result
  }

  private func falling(along inner: Piece, to end: Exact?) throws(ArithmeticOverflow) -> [Piece] {
    var index = try indexOfPiece(reaching: inner.value)
    var result = [
      Piece(
        from: inner.start, value: try pieces[index].value(at: inner.value),
        slope: try pieces[index].slope.multiplied(by: inner.slope))
    ]
    while index > 0 {
      let point = try inner.start.adding(pieces[index].start.subtracting(inner.value).divided(by: inner.slope))
      if let end, try !point.isLess(than: end) { break }
      index -= 1
      result.append(
        Piece(
          from: point, value: try pieces[index].value(at: pieces[index + 1].start),
          slope: try pieces[index].slope.multiplied(by: inner.slope)))
    }
    return result
  }

  /// Stands for a point that is never reached: beyond every amount there is.
  static let never = Exact(Int64.max / 4)

  /// For a function that never falls: the first point at which it reaches an amount, ``never`` when it does not.
  func firstPoint() throws(ArithmeticOverflow) -> PiecewiseLinear {
    var result: [Piece] = []
    var reached = Exact.zero
    // All amounts up to a jump's upper end are reached at the jump.
    func jump(to value: Exact, at point: Exact) throws(ArithmeticOverflow) {
      if try !reached.isLess(than: value) { return }
      result.append(Piece(from: reached, value: point, slope: .zero))
      reached = value
    }
    try jump(to: atZero, at: .zero)
    for (index, piece) in pieces.enumerated() {
      try jump(to: piece.value, at: piece.start)
      guard piece.slope != .zero else { continue }
      let rate = try Exact.one.divided(by: piece.slope)
      result.append(Piece(from: reached, value: piece.start, slope: rate))
      if index + 1 < pieces.count { reached = try piece.value(at: pieces[index + 1].start) }
    }
    if pieces[pieces.count - 1].slope == .zero {
      result.append(Piece(from: reached, value: PiecewiseLinear.never, slope: .zero))
    }
    return try PiecewiseLinear(atZero: .zero, result)
  }
}

extension PiecewiseLinear {
  /// The highest value up to each point.
  func highest() throws(ArithmeticOverflow) -> PiecewiseLinear {
    var result: [Piece] = []
    var highest = atZero
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? pieces[index + 1].start : nil
      let isRising = piece.slope.numerator > 0
      let isAbove = try highest.isLess(than: piece.value)
      if isRising || isAbove {
        // Where it comes above what was reached before.
        if try piece.value.isLess(than: highest) {
          result.append(Piece(from: piece.start, value: highest, slope: .zero))
          let crossing = try piece.start.adding(highest.subtracting(piece.value).divided(by: piece.slope))
          if let end, try !crossing.isLess(than: end) { continue }
          result.append(Piece(from: crossing, value: highest, slope: piece.slope))
        } else {
          result.append(Piece(from: piece.start, value: piece.value, slope: isRising ? piece.slope : .zero))
          highest = piece.value
        }
        if let end, isRising { highest = try piece.value(at: end) }
      } else {
        result.append(Piece(from: piece.start, value: highest, slope: .zero))
      }
    }
    return try PiecewiseLinear(atZero: atZero, result)
  }
}
