import Values

extension FlatEvaluation {
  /// A layer whose base adds up over the year: what the rules give for the whole base so far, less what they gave before.
  mutating func payForYear(_ index: Int, _ accounts: FlatAccounts) -> Bool {
    let layer = situation.pointee.layers[index]
    guard let base = amount(of: layer.base), case .causes(let first, let count) = layer.base else { return false }
    let now = base.rounded
    let before = accounts[layer.yearlyAccount]
    guard let given = yearlyShare(before + now, layer), let earlier = earlierShare(layer, before, accounts) else {
      return false
    }
    basis = max(basis, given.basis)
    var walk = FlatWalk(base: FlatAmount(now), deductible: 0, denominator: layer.denominator)
    walk.limit(by: situation.pointee.caps, in: layer.caps, accounts)
    guard let payment = walk.payment(of: given.share - earlier, situation.pointee.rounding) else { return false }
    paid[index] = Fen(payment)
    guard reduce(first..<first + count, by: payment), accounts.add(now, to: layer.yearlyAccount)
    else { return false }
    if layer.yearlyPaidAccount >= 0, !accounts.add(payment, to: layer.yearlyPaidAccount) { return false }
    for index in layer.growth where situation.pointee.growth[index].measure == .paid {
      guard accounts.add(payment, to: situation.pointee.growth[index].account) else { return false }
    }
    return true
  }

  /// F: what the columns give for a yearly base; nil when the numbers do not fit.
  private func yearlyShare(_ amount: Int64, _ layer: FlatLayer) -> (share: Int64, basis: UInt8)? {
    guard amount <= layer.largestBase else { return nil }
    var walk = FlatWalk(
      base: FlatAmount(amount), deductible: min(amount, layer.deductible.amount), denominator: layer.denominator)
    guard walk.pay(situation.pointee.columns, of: layer, from: 0) else { return nil }
    return (walk.share, walk.basis)
  }

  private func earlierShare(_ layer: FlatLayer, _ before: Int64, _ accounts: FlatAccounts) -> Int64? {
    if layer.yearlyPaidAccount < 0 { return yearlyShare(before, layer)?.share }
    let (share, overflow) = accounts[layer.yearlyPaidAccount].multipliedReportingOverflow(by: layer.denominator)
    return overflow ? nil : share
  }
}
