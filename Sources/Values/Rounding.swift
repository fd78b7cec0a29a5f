/// How an exact amount becomes whole units; negative amounts mirror positive ones.
package enum RoundingMode: String, Sendable, CaseIterable {
  /// To the nearest, halves away from zero (四舍五入); what a region does unless its file says otherwise.
  case halfUp = "half_up"
  /// To the nearest, halves to the even neighbour (四舍六入五成双).
  case halfEven = "half_even"
  /// Toward zero (舍去).
  case down
  /// Away from zero (进位).
  case up
}

/// A rounding rule: the mode and the unit that amounts are rounded to, in fen (1, 10 or 100).
package struct Rounding: Hashable, Sendable {
  package let mode: RoundingMode
  /// 1 rounds to fen, 10 to jiao, 100 to yuan.
  package let unit: Int64

  package init(mode: RoundingMode, unit: Int64) {
    self.mode = mode
    self.unit = unit
  }

  package static let halfUpToFen = Rounding(mode: .halfUp, unit: 1)

  /// The amount in whole fen, a multiple of the unit.
  package func callAsFunction(_ amount: Exact) throws(ArithmeticOverflow) -> Fen {
    if amount.isWhole, unit == 1 {
      guard let whole = Int64(exactly: amount.numerator) else { throw ArithmeticOverflow() }
      return Fen(whole)
    }
    let (bottom, overflow) = amount.denominator.multipliedReportingOverflow(by: Int128(unit))
    if overflow { throw ArithmeticOverflow() }
    let (quotient, remainder) = amount.numerator.magnitude.quotientAndRemainder(dividingBy: bottom.magnitude)
    let roundsAway: Bool
    switch mode {
    case .down: roundsAway = false
    case .up: roundsAway = remainder != 0
    case .halfUp: roundsAway = remainder >= bottom.magnitude - remainder
    case .halfEven:
      let rest = bottom.magnitude - remainder
      roundsAway = remainder > rest || (remainder == rest && quotient % 2 == 1)
    }
    guard let units = Int64(exactly: quotient + (roundsAway ? 1 : 0)) else { throw ArithmeticOverflow() }
    let (magnitude, tooLarge) = units.multipliedReportingOverflow(by: unit)
    if tooLarge { throw ArithmeticOverflow() }
    return Fen(amount.isNegative ? -magnitude : magnitude)
  }
}
