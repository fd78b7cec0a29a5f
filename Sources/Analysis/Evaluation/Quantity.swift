import Values

/// What the rules can be worked out with: one exact amount, or an amount as a function of the expense.
///
/// Rules are evaluated for all claims at once by putting functions where a settlement has numbers. There is therefore no
/// way to ask a quantity for its value and go on differently; whatever rules decide is a lesser, a greater or a choice.
package protocol Quantity: Sendable {
  static func constant(_ value: Exact) -> Self
  /// The value, when it is the same for every claim.
  var constantValue: Exact? { get }
  func adding(_ other: Self) throws(ArithmeticOverflow) -> Self
  func subtracting(_ other: Self) throws(ArithmeticOverflow) -> Self
  func times(_ factor: Exact) throws(ArithmeticOverflow) -> Self
  func lesser(of other: Self) throws(ArithmeticOverflow) -> Self
  func greater(of other: Self) throws(ArithmeticOverflow) -> Self
  /// A function's value at this quantity.
  func through(_ function: PiecewiseLinear) throws(ArithmeticOverflow) -> Self
  /// Up to each threshold its choice, beyond the last one the last; `position` never falls with the expense.
  static func chosen(by position: Self, _ thresholds: [Exact], _ choices: [Self]) throws(ArithmeticOverflow) -> Self
  /// In whole units. A function stays as it is, unless it is the same everywhere.
  func rounded(_ rounding: Rounding) throws(ArithmeticOverflow) -> Self
  /// This sum of rounded amounts, or all of the room where the exact sum reaches it.
  func within(_ room: Self, exactly sum: Self) throws(ArithmeticOverflow) -> Self
}

extension Quantity {
  static var zero: Self { constant(.zero) }

  func notBelowZero() throws(ArithmeticOverflow) -> Self { try greater(of: .zero) }
}

extension Exact: Quantity {
  package static func constant(_ value: Exact) -> Exact { value }

  package var constantValue: Exact? { self }

  package func times(_ factor: Exact) throws(ArithmeticOverflow) -> Exact { try multiplied(by: factor) }

  package func through(_ function: PiecewiseLinear) throws(ArithmeticOverflow) -> Exact { try function.value(at: self) }

  package static func chosen(by position: Exact, _ thresholds: [Exact], _ choices: [Exact]) throws(ArithmeticOverflow)
    -> Exact
  {
    for (threshold, choice) in zip(thresholds, choices) where try !threshold.isLess(than: position) { return choice }
    return choices[thresholds.count]
  }

  package func rounded(_ rounding: Rounding) throws(ArithmeticOverflow) -> Exact { Exact(try rounding(self)) }

  package func within(_ room: Exact, exactly sum: Exact) throws(ArithmeticOverflow) -> Exact {
    try sum.isLess(than: room) ? self : room
  }
}

extension PiecewiseLinear: Quantity {
  package func through(_ function: PiecewiseLinear) throws(ArithmeticOverflow) -> PiecewiseLinear {
    try function.of(self)
  }

  package func rounded(_ rounding: Rounding) throws(ArithmeticOverflow) -> PiecewiseLinear {
    guard let constantValue else { return self }
    return .constant(try constantValue.rounded(rounding))
  }

  package func within(_ room: PiecewiseLinear, exactly sum: PiecewiseLinear) throws(ArithmeticOverflow)
    -> PiecewiseLinear
  {
    try lesser(of: room)
  }
}
