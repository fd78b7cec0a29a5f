import PolicyModel
import Values

/// The person's parts of a claim while its layers are worked out.
struct CauseQuantities<Q: Quantity>: Sendable {
  /// In-scope amount that no layer has taken yet.
  var inScope: Q
  var firstSelfPay: Q
  var nonLocalSelfPay = Q.zero
  private var byLayer: [Cause: [Q]]

  init(inScope: Q, firstSelfPay: Q, layers: Int) {
    self.inScope = inScope
    self.firstSelfPay = firstSelfPay
    let nothing = [Q](repeating: .zero, count: layers)
    byLayer = [.deductible: nothing, .overCap: nothing, .ratioShare: nothing]
  }

  mutating func leave(by layer: Int, deductible: Q, overCap: Q, ratioShare: Q) {
    byLayer[.deductible]?[layer] = deductible
    byLayer[.overCap]?[layer] = overCap
    byLayer[.ratioShare]?[layer] = ratioShare
  }

  /// The amount of a cause, of one layer or (-1) of all.
  func amount(of cause: Cause, layer: Int) throws(ArithmeticOverflow) -> Q {
    switch cause {
    case .firstSelfPay: return firstSelfPay
    case .nonLocalSelfPay: return nonLocalSelfPay
    case .deductible, .overCap, .ratioShare:
      let amounts = byLayer[cause] ?? []
      if layer >= 0 { return amounts[layer] }
      var sum = Q.zero
      for amount in amounts { sum = try sum.adding(amount) }
      return sum
    }
  }

  /// Takes away what a layer pays of a cause, at most all of it; returns what is still to be taken elsewhere.
  mutating func reduce(_ cause: Cause, layer: Int, by payment: Q) throws(ArithmeticOverflow) -> Q {
    switch cause {
    case .firstSelfPay: return try CauseQuantities.take(payment, from: &firstSelfPay)
    case .nonLocalSelfPay: return try CauseQuantities.take(payment, from: &nonLocalSelfPay)
    case .deductible, .overCap, .ratioShare:
      var amounts = byLayer[cause] ?? []
      var rest = payment
      for index in amounts.indices where layer < 0 || layer == index {
        rest = try CauseQuantities.take(rest, from: &amounts[index])
      }
      byLayer[cause] = amounts
      return rest
    }
  }

  private static func take(_ payment: Q, from amount: inout Q) throws(ArithmeticOverflow) -> Q {
    let taken = try payment.lesser(of: amount.notBelowZero())
    amount = try amount.subtracting(taken)
    return try payment.subtracting(taken)
  }

  /// Takes the over-cap amount of a layer, or of all, out of the person's parts.
  mutating func removeOverCap(layer: Int) {
    for index in (byLayer[.overCap] ?? []).indices where layer < 0 || layer == index {
      byLayer[.overCap]?[index] = .zero
    }
  }
}
