import PolicyModel
import Settlement
import Values

/// What a layer would pay before rounding.
struct ShareQuantities<Q: Quantity>: Sendable {
  /// S.
  var amount: Q
  /// S without caps on paid.
  let uncapped: Q
  /// z: the expense up to which it pays.
  let end: Q
  /// R: the least room of the caps on paid; nil without such a cap.
  let room: Q?
  /// What each cap leaves; nil where it is lifted.
  let left: [Q?]
  let axis: (from: Q, to: Q)
}

extension PlanAlgebra {
  /// S and z of a layer, its caps and columns applied.
  mutating func share(_ index: Int, base: Q, charge: ChargeQuantities<Q>) throws -> ShareQuantities<Q> {
    lookUp.setOrdinal(nil)
    let layer = plan.layers[index]
    let left = try roomOfCaps(layer)
    var end = base
    var room: Q?
    for (cap, left) in zip(layer.caps, left) {
      guard let left else { continue }
      switch cap.measure {
      case .paid: room = try room.map { room throws(ArithmeticOverflow) in try room.lesser(of: left) } ?? left
      case .expense: end = try end.lesser(of: left.greater(of: charge.amount))
      case .expenseAboveDeductible: end = try end.lesser(of: left.adding(charge.amount))
      }
    }
    let account = layer.ratio.account.account(for: lookUp.facts)
    let start = account >= 0 ? accounts[account] : .zero
    var share = try columnShare(index, from: start, charge: charge, end: end, room: room, left: left)
    share.amount = try raisedToMinimum(index, share, deductible: charge.amount)
    return share
  }

  mutating func roomOfCaps(_ layer: CompiledLayer) throws(ArithmeticOverflow) -> [Q?] {
    var rooms: [Q?] = []
    for cap in layer.caps {
      guard let limit = try lookUp.limit(of: cap) else {
        rooms.append(nil)
        continue
      }
      let account = cap.account.account(for: lookUp.facts)
      let used = account >= 0 ? accounts[account] : .zero
      rooms.append(try Q.constant(Exact(limit)).subtracting(used).notBelowZero())
    }
    return rooms
  }

  /// What the columns pay between the deductible and the end of the expense.
  mutating func columnShare(
    _ index: Int, from start: Q, charge: ChargeQuantities<Q>, end: Q, room: Q?, left: [Q?], rounds: Bool = true
  ) throws -> ShareQuantities<Q> {
    let ratio = plan.layers[index].ratio
    guard let rates = try lookUp.rates(of: index) else {
      return ShareQuantities(
        amount: .zero, uncapped: .zero, end: charge.amount, room: room, left: left, axis: (.zero, .zero))
    }
    let columns = ColumnFunction(ends: ratio.ends, rates: rates, measuresPaid: ratio.axis == .paid)
    if ratio.isSlab {
      return try slabShare(ratio, columns, from: start, charge: charge, end: end, room: room, left: left)
    }
    let paid = try columns.paid()
    // Where the axis stands when the expense is zero.
    let origin = try origin(ratio.axis, start, paid, charge.amount)
    let from = try origin.adding(charge.amount)
    let to = try origin.adding(end)
    let before = try from.through(paid)
    let sum = try to.through(paid).subtracting(before)
    let isRoundingColumns = rounds && policy.rounding.moment == .column
    let rounded = isRoundingColumns ? try roundedColumns(columns, from: from, to: to) : sum
    guard let room else {
      return ShareQuantities(amount: rounded, uncapped: sum, end: end, room: nil, left: left, axis: (from, to))
    }
    let stop = try room.adding(before).through(paid.firstPoint()).subtracting(origin).greater(of: charge.amount)
    return ShareQuantities(
      amount: try rounded.within(room, exactly: sum), uncapped: sum, end: try end.lesser(of: stop), room: room,
      left: left, axis: (from, to))
  }

  private func origin(_ axis: RatioRule.Axis, _ start: Q, _ paid: PiecewiseLinear, _ deductible: Q)
    throws(ArithmeticOverflow) -> Q
  {
    switch axis {
    case .expenseWithDeductible: return start
    case .expenseAboveDeductible: return try start.subtracting(deductible)
    case .paid:
      // The expense that earlier payments correspond to; columns that pay nothing are never left.
      var reached = start
      if let most = try paid.supremum() { reached = try start.lesser(of: .constant(most)) }
      return try reached.through(paid.firstPoint()).subtracting(deductible)
    }
  }

  private func roundedColumns(_ columns: ColumnFunction, from: Q, to: Q) throws(ArithmeticOverflow) -> Q {
    var sum = Q.zero
    for part in try columns.parts() {
      let amount = try to.through(part).subtracting(from.through(part))
      sum = try sum.adding(amount.rounded(policy.rounding.rounding))
    }
    return sum
  }

  /// One ratio for the whole expense: that of the column in which it ends.
  private func slabShare(
    _ ratio: CompiledRatio, _ columns: ColumnFunction, from start: Q, charge: ChargeQuantities<Q>, end: Q, room: Q?,
    left: [Q?]
  ) throws -> ShareQuantities<Q> {
    let thresholds = columns.ends.dropLast().map { Exact($0) }
    let shift = ratio.axis == .expenseWithDeductible ? start : try start.subtracting(charge.amount)
    let position = try shift.adding(end)
    let payable = try end.subtracting(charge.amount)
    let choices = try columns.rates.map { rate throws(ArithmeticOverflow) in try payable.times(rate) }
    let sum = try Q.chosen(by: position, thresholds, choices)
    let axis = (from: try shift.adding(charge.amount), to: position)
    guard let room else {
      return ShareQuantities(amount: sum, uncapped: sum, end: end, room: nil, left: left, axis: axis)
    }
    guard let asked = charge.asked.constantValue, let begin = start.constantValue else {
      throw AnalysisFailure.slabOfVaryingDeductible
    }
    // What is paid by how much lies above the deductible, and where that first reaches the room.
    let above = PiecewiseLinear.identity
    let offset = ratio.axis == .expenseWithDeductible ? try begin.adding(asked) : begin
    let paid = try PiecewiseLinear.chosen(
      by: above.adding(.constant(offset)), thresholds,
      columns.rates.map { rate throws(ArithmeticOverflow) in try above.times(rate) })
    let stop = try room.through(paid.highest().firstPoint()).adding(.constant(asked)).greater(of: charge.amount)
    // Once the room is used up, a lower ratio of a later column takes nothing back.
    let amount = try Q.chosen(by: end.subtracting(stop), [.zero], [sum, room])
    return ShareQuantities(
      amount: amount, uncapped: sum, end: try end.lesser(of: stop), room: room, left: left, axis: axis)
  }

  /// The guaranteed minimum of the standing raises S, not above any room.
  private func raisedToMinimum(_ index: Int, _ share: ShareQuantities<Q>, deductible: Q) throws(ArithmeticOverflow) -> Q
  {
    guard plan.layers[index].isReached, let change, let minimum = change.minimum else { return share.amount }
    let base = change.minimumBase == .inScope ? share.end : try share.end.subtracting(deductible)
    var amount = try base.times(minimum.value)
    if let room = share.room { amount = try amount.lesser(of: room) }
    return try share.amount.greater(of: amount)
  }
}
