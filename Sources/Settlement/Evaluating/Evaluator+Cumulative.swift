import PolicyModel
import Values

extension Evaluator {
  /// A layer whose base adds up over the year: it pays what the rules give for the whole base so far, less what they
  /// gave before this claim (or what was paid).
  mutating func evaluateCumulative(_ index: Int) throws(ArithmeticOverflow) {
    let layer = plan.layers[index]
    guard let cumulative = layer.cumulative, case .causes(let list) = layer.base else { return }
    let base = try amount(of: layer.base)
    let now = try Rounding.halfUpToFen(base)
    let before = Fen(accounts[cumulative.account])
    recorder.record(.layerBegins(index, base: base))
    lookUpOrdinal(nil)

    let after = try before.adding(now)
    let given = try yearlyShare(index, of: after)
    let earlier = try earlierShare(index, cumulative, before)
    recorder.record(.cumulative(layer: index, before: before, now: now, paidBefore: earlier, paidAfter: given))

    let room = try limits(index, base: base, deductible: .zero).room
    var share = try given.subtracting(earlier).notBelowZero.lesser(of: Exact(now))
    if let room { share = try share.lesser(of: room) }
    let payment = try payment(of: share, most: base, base: base, room: room)
    recorder.record(.paid(layer: index, exact: share, paid: payment))
    paid[index] = payment
    try reduce(list, by: payment)

    try add(now, to: cumulative.account)
    if cumulative.paidAccount >= 0 { try add(payment, to: cumulative.paidAccount) }
    for growth in layer.growth where growth.measure == .paid {
      try add(payment, to: growth.account.account(for: facts))
    }
  }

  /// What was given for the base before this claim: by the rules, or what was really paid.
  private func earlierShare(_ index: Int, _ cumulative: CompiledCumulative, _ before: Fen) throws(ArithmeticOverflow)
    -> Exact
  {
    if cumulative.paidAccount >= 0 { return Exact(Fen(accounts[cumulative.paidAccount])) }
    // The steps of the former claims are not steps of this one.
    var unrecorded = self
    return try unrecorded.yearlyShare(index, of: before)
  }

  /// F: what the layer's columns pay for a yearly base, its threshold unpaid.
  private mutating func yearlyShare(_ index: Int, of amount: Fen) throws(ArithmeticOverflow) -> Exact {
    let base = Exact(amount)
    var threshold = Exact.zero
    if let rule = plan.layers[index].deductible,
      let standard = try standard(of: rule, layer: index, base: base, ordinal: lookUpOrdinal(rule) ?? 1)
    {
      recorder.cite(standard.citation)
      threshold = try base.lesser(of: Exact(standard.value))
      let charged = threshold
      recorder.record(
        .deductible(layer: index, standard: standard.value, charged: charged, ordinal: nil, citation: standard.citation)
      )
    }
    lookUpOrdinal(nil)
    return try walk(index, from: .zero, deductible: threshold, end: base, room: nil, isRounding: false).amount
  }
}
