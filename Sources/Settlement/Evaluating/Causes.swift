import PolicyModel
import Values

/// The person's parts of a claim while its layers are evaluated: exact fen, for each layer that left them.
struct Causes {
  /// In-scope amount that no layer has taken yet.
  var inScope: Exact
  var firstSelfPay: Exact
  var nonLocalSelfPay: Exact = .zero
  private var deductible: InlineArray<8, Exact> = InlineArray(repeating: .zero)
  private var overCap: InlineArray<8, Exact> = InlineArray(repeating: .zero)
  private var ratioShare: InlineArray<8, Exact> = InlineArray(repeating: .zero)

  init(inScope: Fen, firstSelfPay: Fen) {
    self.inScope = Exact(inScope)
    self.firstSelfPay = Exact(firstSelfPay)
  }

  /// What a layer that took over a base leaves to the person.
  mutating func leave(by layer: Int, deductible: Exact, overCap: Exact, ratioShare: Exact) {
    self.deductible[layer] = deductible
    self.overCap[layer] = overCap
    self.ratioShare[layer] = ratioShare
  }

  /// The amount of a cause, of one layer or (-1) of all.
  func amount(of cause: Cause, layer: Int) throws(ArithmeticOverflow) -> Exact {
    switch cause {
    case .firstSelfPay: return firstSelfPay
    case .nonLocalSelfPay: return nonLocalSelfPay
    case .deductible: return try Causes.sum(deductible, layer)
    case .overCap: return try Causes.sum(overCap, layer)
    case .ratioShare: return try Causes.sum(ratioShare, layer)
    }
  }

  private static func sum(_ amounts: borrowing InlineArray<8, Exact>, _ layer: Int) throws(ArithmeticOverflow) -> Exact
  {
    if layer >= 0 { return amounts[layer] }
    var sum = Exact.zero
    for index in amounts.indices { sum = try sum.adding(amounts[index]) }
    return sum
  }

  /// Takes away what a layer pays of a cause, at most all of it; returns what is still to be taken elsewhere.
  mutating func reduce(_ cause: Cause, layer: Int, by payment: Exact) throws(ArithmeticOverflow) -> Exact {
    switch cause {
    case .firstSelfPay: return try Causes.take(payment, from: &firstSelfPay)
    case .nonLocalSelfPay: return try Causes.take(payment, from: &nonLocalSelfPay)
    case .deductible: return try Causes.take(payment, from: &deductible, layer)
    case .overCap: return try Causes.take(payment, from: &overCap, layer)
    case .ratioShare: return try Causes.take(payment, from: &ratioShare, layer)
    }
  }

  private static func take(_ payment: Exact, from amount: inout Exact) throws(ArithmeticOverflow) -> Exact {
    let taken = try payment.lesser(of: amount.notBelowZero)
    amount = try amount.subtracting(taken)
    return try payment.subtracting(taken)
  }

  private static func take(_ payment: Exact, from amounts: inout InlineArray<8, Exact>, _ layer: Int)
    throws(ArithmeticOverflow) -> Exact
  {
    if layer >= 0 { return try take(payment, from: &amounts[layer]) }
    var rest = payment
    for index in amounts.indices where rest != .zero { rest = try take(rest, from: &amounts[index]) }
    return rest
  }

  /// Takes the over-cap amount of a layer, or of all, out of the person's parts.
  mutating func removeOverCap(layer: Int) {
    if layer >= 0 {
      overCap[layer] = .zero
    } else {
      overCap = InlineArray(repeating: .zero)
    }
  }

  /// The parts in fen: all but the ratio share rounded half up, the ratio share is what remains of `person`.
  func shown(outOfScope: Fen, person: Fen) throws(ArithmeticOverflow) -> PersonalParts {
    let round = Rounding.halfUpToFen
    let parts = PersonalParts(
      outOfScope: outOfScope, nonLocalSelfPay: try round(nonLocalSelfPay),
      deductible: try round(amount(of: .deductible, layer: -1)), overCap: try round(amount(of: .overCap, layer: -1)),
      ratioShare: .zero)
    _ = try person.subtracting(parts.total)
    return parts.givingTheRest(of: person)
  }
}

extension PersonalParts {
  /// The parts with a ratio share that makes them `person` together.
  ///
  /// Where rounding several parts up at once would leave less than nothing for it, the fen comes off the over-cap amount
  /// and then off the deductible, so that no part is negative and the sum stays.
  func givingTheRest(of person: Fen) -> PersonalParts {
    var parts = self
    var rest = person.count - parts.total.count
    while rest < 0, parts.overCap.count > 0 {
      parts.overCap = Fen(parts.overCap.count - 1)
      rest += 1
    }
    while rest < 0, parts.deductible.count > 0 {
      parts.deductible = Fen(parts.deductible.count - 1)
      rest += 1
    }
    parts.ratioShare = Fen(rest)
    return parts
  }
}
