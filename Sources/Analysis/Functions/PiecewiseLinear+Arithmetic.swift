import Values

extension PiecewiseLinear {
  package func adding(_ other: PiecewiseLinear) throws(ArithmeticOverflow) -> PiecewiseLinear {
    if constantValue == .zero { return other }
    if other.constantValue == .zero { return self }
    let pieces = try meeting(other).map { pair throws(ArithmeticOverflow) in
      Piece(
        from: pair.start, value: try pair.first.value.adding(pair.second.value),
        slope: try pair.first.slope.adding(pair.second.slope))
    }
    return try PiecewiseLinear(atZero: atZero.adding(other.atZero), pieces)
  }

  package func subtracting(_ other: PiecewiseLinear) throws(ArithmeticOverflow) -> PiecewiseLinear {
    try adding(other.negated)
  }

  private var negated: PiecewiseLinear {
    PiecewiseLinear(
      atZero: atZero.negated,
      normal: pieces.map { Piece(from: $0.start, value: $0.value.negated, slope: $0.slope.negated) })
  }

  package func times(_ factor: Exact) throws(ArithmeticOverflow) -> PiecewiseLinear {
    if factor == .one { return self }
    let pieces = try pieces.map { piece throws(ArithmeticOverflow) in
      Piece(
        from: piece.start, value: try piece.value.multiplied(by: factor),
        slope: try piece.slope.multiplied(by: factor))
    }
    return try PiecewiseLinear(atZero: atZero.multiplied(by: factor), pieces)
  }

  package func lesser(of other: PiecewiseLinear) throws(ArithmeticOverflow) -> PiecewiseLinear {
    var pieces: [Piece] = []
    for pair in try meeting(other) { pieces += try pair.bound(.lower) }
    return try PiecewiseLinear(atZero: atZero.lesser(of: other.atZero), pieces)
  }

  package func greater(of other: PiecewiseLinear) throws(ArithmeticOverflow) -> PiecewiseLinear {
    var pieces: [Piece] = []
    for pair in try meeting(other) { pieces += try pair.bound(.upper) }
    return try PiecewiseLinear(atZero: atZero.greater(of: other.atZero), pieces)
  }

  /// By where `position` lies: below or at the first threshold the first choice, then up to the second the second …
  /// - Parameter choices: one more than thresholds, which rise.
  package static func chosen(by position: PiecewiseLinear, _ thresholds: [Exact], _ choices: [PiecewiseLinear])
    throws(ArithmeticOverflow) -> PiecewiseLinear
  {
    var result = choices[0]
    for (threshold, choice) in zip(thresholds, choices.dropFirst()) {
      result = try result.until(position, passes: threshold, then: choice)
    }
    return result
  }

  /// This function where `position` is at most the threshold, the other one beyond; `position` never falls.
  private func until(_ position: PiecewiseLinear, passes threshold: Exact, then other: PiecewiseLinear)
    throws(ArithmeticOverflow) -> PiecewiseLinear
  {
    guard let limit = try position.lastPoint(notAbove: threshold) else { return self }
    if limit.isNegative { return other }
    var pieces: [Piece] = []
    for piece in self.pieces where try piece.start.isLess(than: limit) { pieces.append(piece) }
    let index = try other.indexOfPiece(leaving: limit)
    pieces.append(Piece(from: limit, value: try other.pieces[index].value(at: limit), slope: other.pieces[index].slope))
    pieces += other.pieces[(index + 1)...]
    return try PiecewiseLinear(atZero: atZero, pieces)
  }

  /// The last point at which a function that never falls is not above a value: nil when it never is, below zero when it
  /// is from the beginning.
  private func lastPoint(notAbove value: Exact) throws(ArithmeticOverflow) -> Exact? {
    if try value.isLess(than: atZero) { return Exact(-1) }
    for (index, piece) in pieces.enumerated() {
      if try value.isLess(than: piece.value) { return piece.start }
      if piece.slope == .zero { continue }
      let crossing = try piece.start.adding(value.subtracting(piece.value).divided(by: piece.slope))
      let isLast = index == pieces.count - 1
      if isLast { return crossing }
      if try crossing.isLess(than: pieces[index + 1].start) { return crossing }
    }
    return nil
  }
}

/// Two functions between two points at which either has a breakpoint.
private struct Meeting {
  let start: Exact
  /// Nil for ever.
  let end: Exact?
  /// Both pieces with their values at `start`.
  let first: PiecewiseLinear.Piece
  let second: PiecewiseLinear.Piece

  enum Bound {
    case lower
    case upper
  }

  /// The lesser or greater of both: one piece, or two when they cross in between.
  func bound(_ bound: Bound) throws(ArithmeticOverflow) -> [PiecewiseLinear.Piece] {
    let order = try first.value.compared(to: second.value)
    let slopes = try first.slope.compared(to: second.slope)
    let isFirstLower = order < 0 || (order == 0 && slopes <= 0)
    let lower = isFirstLower ? first : second
    let upper = isFirstLower ? second : first
    let (begins, goesOn) = bound == .lower ? (lower, upper) : (upper, lower)
    guard order != 0, try upper.slope.isLess(than: lower.slope) else { return [begins] }
    let distance = try upper.value.subtracting(lower.value).divided(by: lower.slope.subtracting(upper.slope))
    let crossing = try start.adding(distance)
    if let end, try !crossing.isLess(than: end) { return [begins] }
    return [
      begins, PiecewiseLinear.Piece(from: crossing, value: try begins.value(at: crossing), slope: goesOn.slope),
    ]
  }
}

extension PiecewiseLinear {
  /// Both functions cut at the breakpoints of either.
  fileprivate func meeting(_ other: PiecewiseLinear) throws(ArithmeticOverflow) -> [Meeting] {
    var result: [Meeting] = []
    var left = 0
    var right = 0
    var start = Exact.zero
    while true {
      let leftNext = left + 1 < pieces.count ? pieces[left + 1].start : nil
      let rightNext = right + 1 < other.pieces.count ? other.pieces[right + 1].start : nil
      var end = leftNext ?? rightNext
      if let leftNext, let rightNext { end = try leftNext.lesser(of: rightNext) }
      result.append(
        Meeting(
          start: start, end: end, first: try pieces[left].moved(to: start),
          second: try other.pieces[right].moved(to: start)))
      guard let end else { return result }
      if leftNext == end { left += 1 }
      if rightNext == end { right += 1 }
      start = end
    }
  }
}

extension PiecewiseLinear.Piece {
  fileprivate func moved(to point: Exact) throws(ArithmeticOverflow) -> PiecewiseLinear.Piece {
    point == start ? self : PiecewiseLinear.Piece(from: point, value: try value(at: point), slope: slope)
  }
}
