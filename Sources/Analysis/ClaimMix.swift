import PolicyModel
import Settlement
import Values

/// What a claim consists of, for each fen of one amount.
package enum ClaimMix: Sendable {
  /// The amount is in scope, and nothing is out of scope.
  case inScope
  /// It is a first self-pay of the catalogue, and nothing is in scope.
  case firstSelfPay
  /// As much is in scope as is first self-pay.
  case both

  package func quantities<Q: Quantity>(of amount: Q) throws(ArithmeticOverflow) -> ClaimQuantities<Q> {
    switch self {
    case .inScope: ClaimQuantities(total: amount, firstSelfPay: .zero, inScope: amount)
    case .firstSelfPay: ClaimQuantities(total: amount, firstSelfPay: amount, inScope: .zero)
    case .both: ClaimQuantities(total: try amount.adding(amount), firstSelfPay: amount, inScope: amount)
    }
  }

  /// The facts of a situation with the amounts of such a claim.
  package func facts(_ situation: Situation, of amount: Fen) throws(ArithmeticOverflow) -> Facts {
    var facts = situation.facts
    facts.total = self == .both ? try amount.adding(amount) : amount
    facts.firstSelfPay = self == .inScope ? .zero : amount
    facts.inScope = self == .firstSelfPay ? .zero : amount
    return facts
  }
}

extension CompiledPlan {
  /// Whether it matters what else a claim has than its in-scope amount.
  package var goesByOutOfScope: Bool { layers.contains { $0.paysFirstSelfPay || $0.deductsShareOfTotal } }
}

extension CompiledLayer {
  fileprivate var paysFirstSelfPay: Bool {
    guard case .causes(let list) = base else { return false }
    return list.contains { $0.cause == .firstSelfPay }
  }

  fileprivate var deductsShareOfTotal: Bool {
    deductible?.amounts.contains { amount in
      if case .share(of: .total, _, _, _) = amount { true } else { false }
    } ?? false
  }
}
