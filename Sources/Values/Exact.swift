/// An exact rational number; amounts inside one claim are `Exact` fen until a layer rounds them.
///
/// Always in lowest terms with a positive denominator, so that equal values are equal bits.
package struct Exact: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package static let zero = Exact(0)
  package static let one = Exact(1)

  package init(_ whole: Int64) {
    self.init(reduced: Int128(whole), 1)
  }

  package init(_ amount: Fen) { self.init(amount.count) }

  package init(_ ratio: Ratio) {
    let divisor = greatestCommonDivisor(UInt64(ratio.millionths.magnitude), 1_000_000)
    self.init(
      reduced: Int128(ratio.millionths / Int64(divisor)), Int128(1_000_000 / divisor))
  }

  /// - Throws: ``ArithmeticOverflow`` when the denominator is zero or a part does not fit.
  package init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticOverflow) {
    guard denominator != 0, numerator != .min, denominator != .min else { throw ArithmeticOverflow() }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    self.init(reduced: numerator.divided(byFactor: divisor) * sign, denominator.divided(byFactor: divisor) * sign)
  }

  /// Whether it is a whole number, of fen or whatever it counts.
  package var isWhole: Bool { denominator == 1 }

  package var isNegative: Bool { numerator < 0 }

  package func adding(_ other: Exact) throws(ArithmeticOverflow) -> Exact {
    if numerator == 0 { return other }
    if other.numerator == 0 { return self }
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      if overflow || sum == .min { throw ArithmeticOverflow() }
      return denominator == 1 ? Exact(reduced: sum, 1) : try Exact(sum, over: denominator)
    }
    let (left, overflowLeft) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, overflowRight) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    let (bottom, overflowBottom) = denominator.multipliedReportingOverflow(by: other.denominator)
    if overflowLeft || overflowRight || overflowSum || overflowBottom { throw ArithmeticOverflow() }
    return try Exact(sum, over: bottom)
  }

  package var negated: Exact { Exact(reduced: -numerator, denominator) }

  package func subtracting(_ other: Exact) throws(ArithmeticOverflow) -> Exact {
    try adding(other.negated)
  }

  package func multiplied(by other: Exact) throws(ArithmeticOverflow) -> Exact {
    if numerator == 0 || other.numerator == 0 { return .zero }
    // Cancelling crosswise first keeps the products small.
    let crossLeft = Int128(greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let crossRight = Int128(greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    let (top, overflowTop) = numerator.divided(byFactor: crossLeft)
      .multipliedReportingOverflow(by: other.numerator.divided(byFactor: crossRight))
    let (bottom, overflowBottom) = denominator.divided(byFactor: crossRight)
      .multipliedReportingOverflow(by: other.denominator.divided(byFactor: crossLeft))
    if overflowTop || overflowBottom || top == .min { throw ArithmeticOverflow() }
    return Exact(reduced: top, bottom)
  }

  /// - Throws: ``ArithmeticOverflow`` when the divisor is zero or the result does not fit.
  package func divided(by other: Exact) throws(ArithmeticOverflow) -> Exact {
    guard other.numerator != 0 else { throw ArithmeticOverflow() }
    let sign: Int128 = other.numerator < 0 ? -1 : 1
    return try multiplied(by: Exact(reduced: other.denominator * sign, other.numerator * sign))
  }

  /// Negative, zero or positive as this number is below, equal to or above the other.
  package func compared(to other: Exact) throws(ArithmeticOverflow) -> Int {
    if denominator == other.denominator {
      return numerator == other.numerator ? 0 : (numerator < other.numerator ? -1 : 1)
    }
    return Int(try subtracting(other).numerator.signum())
  }

  package func isLess(than other: Exact) throws(ArithmeticOverflow) -> Bool {
    try compared(to: other) < 0
  }

  package func lesser(of other: Exact) throws(ArithmeticOverflow) -> Exact {
    try compared(to: other) <= 0 ? self : other
  }

  package func greater(of other: Exact) throws(ArithmeticOverflow) -> Exact {
    try compared(to: other) >= 0 ? self : other
  }

  /// Itself, or zero when negative.
  package var notBelowZero: Exact { numerator < 0 ? .zero : self }
}

extension Exact: CustomStringConvertible {
  package var description: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension Int128 {
  /// The quotient by a factor of this number; in 64 bits where both fit, because 128-bit division is slow.
  fileprivate func divided(byFactor factor: Int128) -> Int128 {
    if factor == 1 { return self }
    if let narrow = Int64(exactly: self), let narrowFactor = Int64(exactly: factor) {
      return Int128(narrow / narrowFactor)
    }
    return self / factor
  }
}

/// Euclid's algorithm; in 64 bits as soon as both numbers fit, because 128-bit division is slow.
private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  if first == 0 { return second == 0 ? 1 : second }
  if second == 1 || first == 1 { return 1 }
  var large = first
  var small = second
  while small != 0 {
    if let narrowLarge = UInt64(exactly: large), let narrowSmall = UInt64(exactly: small) {
      return UInt128(greatestCommonDivisor(narrowLarge, narrowSmall))
    }
    (large, small) = (small, large % small)
  }
  return large
}

private func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var large = first
  var small = second
  while small != 0 { (large, small) = (small, large % small) }
  return large == 0 ? 1 : large
}
