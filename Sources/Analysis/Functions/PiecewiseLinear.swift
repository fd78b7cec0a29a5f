import Values

/// An exact function of an amount from zero on, linear between finitely many breakpoints, that may jump.
///
/// Where it jumps, the value at the point belongs to what lies below it, as a threshold belongs to the lower column.
/// Two functions are equal exactly when they have equal values everywhere.
package struct PiecewiseLinear: Hashable, Sendable {
  /// The function on the points above `start`, up to and with the next piece's start.
  package struct Piece: Hashable, Sendable {
    package let start: Exact
    /// The limit from above at `start`.
    package let value: Exact
    package let slope: Exact

    package init(from start: Exact, value: Exact, slope: Exact) {
      self.start = start
      self.value = value
      self.slope = slope
    }

    package func value(at point: Exact) throws(ArithmeticOverflow) -> Exact {
      try value.adding(slope.multiplied(by: point.subtracting(start)))
    }
  }

  package let atZero: Exact
  /// Rising, the first from zero on; neighbours never continue each other.
  package let pieces: [Piece]

  /// - Parameter pieces: rising, the first from zero on.
  init(atZero: Exact, _ pieces: [Piece]) throws(ArithmeticOverflow) {
    self.atZero = atZero
    self.pieces = try PiecewiseLinear.joined(pieces)
  }

  /// - Parameter pieces: as they are kept.
  init(atZero: Exact, normal pieces: [Piece]) {
    self.atZero = atZero
    self.pieces = pieces
  }

  package static func constant(_ value: Exact) -> PiecewiseLinear {
    PiecewiseLinear(atZero: value, normal: [Piece(from: .zero, value: value, slope: .zero)])
  }

  /// The amount itself.
  package static let identity = PiecewiseLinear(
    atZero: .zero, normal: [Piece(from: .zero, value: .zero, slope: .one)])

  /// The value, when it is the same everywhere.
  package var constantValue: Exact? {
    pieces.count == 1 && pieces[0].slope == .zero && pieces[0].value == atZero ? atZero : nil
  }

  private static func joined(_ pieces: [Piece]) throws(ArithmeticOverflow) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      if let last = result.last, last.slope == piece.slope, try last.value(at: piece.start) == piece.value { continue }
      result.append(piece)
    }
    return result
  }

  /// Where pieces begin, zero not counted.
  package var breakpoints: [Exact] { pieces.dropFirst().map(\.start) }

  package func value(at point: Exact) throws(ArithmeticOverflow) -> Exact {
    if point == .zero { return atZero }
    return try pieces[indexOfPiece(reaching: point)].value(at: point)
  }

  /// The limit from above.
  package func limit(above point: Exact) throws(ArithmeticOverflow) -> Exact {
    try pieces[indexOfPiece(leaving: point)].value(at: point)
  }

  /// The piece that a positive point lies on.
  func indexOfPiece(reaching point: Exact) throws(ArithmeticOverflow) -> Int {
    var index = pieces.count - 1
    while index > 0, try !pieces[index].start.isLess(than: point) { index -= 1 }
    return index
  }

  /// The piece that the points just above lie on.
  func indexOfPiece(leaving point: Exact) throws(ArithmeticOverflow) -> Int {
    var index = pieces.count - 1
    while index > 0, try point.isLess(than: pieces[index].start) { index -= 1 }
    return index
  }

  /// Where it jumps, with the value at the point and just above it.
  package func jumps() throws(ArithmeticOverflow) -> [(at: Exact, value: Exact, above: Exact)] {
    var jumps: [(at: Exact, value: Exact, above: Exact)] = []
    if pieces[0].value != atZero { jumps.append((.zero, atZero, pieces[0].value)) }
    for (former, piece) in zip(pieces, pieces.dropFirst()) {
      let value = try former.value(at: piece.start)
      if value != piece.value { jumps.append((piece.start, value, piece.value)) }
    }
    return jumps
  }

  /// The least upper bound of its values; nil when it grows for ever.
  package func supremum() throws(ArithmeticOverflow) -> Exact? {
    guard let last = pieces.last, last.slope.numerator <= 0 else { return nil }
    var highest = try atZero.greater(of: last.value)
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      highest = try highest.greater(of: piece.value).greater(of: piece.value(at: next.start))
    }
    return highest
  }
}
