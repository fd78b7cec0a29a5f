import PolicyModel
import Values

/// What a claim comes to, in numbers only.
package struct FlatOutcome {
  package let paid: InlineArray<8, Fen>
  package let personal: PersonalParts
  package let deductibleCharged: Fen
  package let basis: Basis
}

extension FlatEvaluation {
  /// The result in whole fen, shown as ``Causes/shown(outOfScope:person:)`` shows it; nil when it does not fit.
  borrowing func outcome(total: Int64, inScope: Int64, firstSelfPay: Int64) -> FlatOutcome? {
    var funds: Int64 = 0
    for layer in paid.indices {
      let (sum, overflow) = funds.addingReportingOverflow(paid[layer].count)
      if overflow { return nil }
      funds = sum
    }
    guard let deductible = FlatEvaluation.sum(deductible, -1), let overCap = FlatEvaluation.sum(overCap, -1) else {
      return nil
    }
    let personal = PersonalParts(
      outOfScope: Fen(total - inScope - (firstSelfPay - self.firstSelfPay)), nonLocalSelfPay: Fen(nonLocalSelfPay),
      deductible: Fen(deductible.rounded), overCap: Fen(overCap.rounded), ratioShare: .zero)
    return FlatOutcome(
      paid: paid, personal: personal.givingTheRest(of: Fen(total - funds)), deductibleCharged: Fen(charged.rounded),
      basis: Basis(rank: basis))
  }
}
