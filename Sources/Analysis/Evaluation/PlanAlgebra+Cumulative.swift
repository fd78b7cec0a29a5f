import PolicyModel
import Settlement
import Values

extension PlanAlgebra {
  /// A layer whose base adds up over the year.
  mutating func evaluateCumulative(_ index: Int) throws {
    let layer = plan.layers[index]
    guard let cumulative = layer.cumulative, case .causes(let list) = layer.base else { return }
    let base = try amount(of: layer.base)
    let now = try base.rounded(.halfUpToFen)
    let before = accounts[cumulative.account]
    let after = try yearlyShare(index, of: before.adding(now))
    let earlier =
      cumulative.paidAccount >= 0 ? accounts[cumulative.paidAccount] : try yearlyShare(index, of: before).amount
    let left = try roomOfCaps(layer)
    let uncapped = try after.amount.subtracting(earlier).notBelowZero().lesser(of: now)
    var amount = uncapped
    var room: Q?
    for (cap, left) in zip(layer.caps, left) where cap.measure == .paid {
      if let left { room = try room.map { room throws(ArithmeticOverflow) in try room.lesser(of: left) } ?? left }
    }
    if let room { amount = try amount.lesser(of: room) }
    let share = ShareQuantities(
      amount: amount, uncapped: uncapped, end: base, room: room, left: left, axis: after.axis)
    let payment = try payment(of: share, most: base, base: base)
    note(
      LayerResult(
        layer: index, base: base, deductible: .zero, end: base, uncapped: uncapped, room: left, axis: after.axis,
        payment: payment))
    try reduce(list, by: payment)
    try add(now, to: cumulative.account)
    if cumulative.paidAccount >= 0 { try add(payment, to: cumulative.paidAccount) }
    for growth in layer.growth where growth.measure == .paid {
      try add(payment, to: growth.account.account(for: lookUp.facts))
    }
  }

  /// F: what the columns pay for a yearly base, its threshold unpaid.
  private mutating func yearlyShare(_ index: Int, of base: Q) throws -> ShareQuantities<Q> {
    var threshold = ChargeQuantities<Q>.nothing
    if let rule = plan.layers[index].deductible,
      let standard = try standard(of: rule, layer: index, base: base, ordinal: lookUp.setOrdinal(rule) ?? 1)
    {
      threshold = ChargeQuantities(
        amount: try base.lesser(of: standard.amount), asked: standard.amount, standard: standard.amount)
    }
    lookUp.setOrdinal(nil)
    return try columnShare(index, from: .zero, charge: threshold, end: base, room: nil, left: [], rounds: false)
  }
}
