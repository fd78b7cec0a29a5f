import PolicyModel
import Values

/// What a layer would pay before rounding.
struct LayerShare {
  /// S, exact fen.
  var amount: Exact
  /// z: the position of the expense up to which the layer pays; what lies beyond is over a cap.
  var end: Exact
  /// R: the least room that caps on paid leave; nil without such a cap.
  let room: Exact?
}

extension Evaluator {
  /// S and z of a layer on a base, its caps and columns applied.
  mutating func payShare(_ index: Int, base: Exact, deductible: Exact) throws(ArithmeticOverflow) -> LayerShare {
    lookUpOrdinal(nil)
    let limits = try limits(index, base: base, deductible: deductible)
    let start = axisStart(index)
    var share = try walk(
      index, from: start, deductible: deductible, end: limits.end, room: limits.room, isRounding: true)
    try raiseToMinimum(index, deductible: deductible, share: &share)
    return share
  }

  private func axisStart(_ index: Int) -> Exact {
    let account = plan.layers[index].ratio.account.account(for: facts)
    return account >= 0 ? Exact(Fen(accounts[account])) : .zero
  }

  /// The end of the expense that caps on expense allow, and the room that caps on paid leave.
  mutating func limits(_ index: Int, base: Exact, deductible: Exact) throws(ArithmeticOverflow)
    -> (end: Exact, room: Exact?)
  {
    var end = base
    var room: Exact?
    for (number, cap) in plan.layers[index].caps.enumerated() {
      guard let limit = try limit(of: cap) else { continue }
      let account = cap.account.account(for: facts)
      let used = account >= 0 ? Fen(accounts[account]) : .zero
      recorder.cite(limit.citation)
      recorder.record(.cap(layer: index, cap: number, limit: limit.value, used: used, citation: limit.citation))
      guard let amount = limit.value else { continue }
      let left = Exact(max(.zero, try amount.subtracting(used)))
      switch cap.measure {
      case .paid: room = try room.map { room throws(ArithmeticOverflow) in try room.lesser(of: left) } ?? left
      case .expense: end = try end.lesser(of: left.greater(of: deductible))
      case .expenseAboveDeductible: end = try end.lesser(of: left.adding(deductible))
      }
    }
    return (end, room)
  }

  /// The amount of a cap, that of several diseases together where the rules say so; nil within when it is lifted.
  package mutating func limit(of cap: CompiledCap) throws(ArithmeticOverflow) -> Cited<Fen?>? {
    guard let several = cap.several else { return leaf(of: cap.table).map { cap.amounts[$0] } }
    let own = facts[.disease]
    defer { facts[.disease] = own }
    var limits: [Cited<Fen?>] = []
    for disease in facts.diseases {
      facts[.disease] = Int(disease)
      guard let leaf = leaf(of: cap.table) else { return nil }
      limits.append(cap.amounts[leaf])
    }
    guard let main = limits.first else { return nil }
    switch several {
    case .largest:
      if let unlimited = limits.first(where: { $0.value == nil }) { return unlimited }
      return limits.max { ($0.value ?? .zero) < ($1.value ?? .zero) }
    case .mainAndOthers(let most):
      guard let amount = main.value else { return main }
      var others = Fen.zero
      for limit in limits.dropFirst() { others = min(try others.adding(limit.value ?? most.value), most.value) }
      if limits.count > 1 { recorder.cite(most.citation) }
      return Cited(value: try amount.adding(others), citation: main.citation)
    }
  }

  /// Pays along the columns from the deductible to `end`, stopping where the room is used up.
  mutating func walk(
    _ index: Int, from start: Exact, deductible: Exact, end: Exact, room: Exact?, isRounding: Bool
  ) throws(ArithmeticOverflow) -> LayerShare {
    let ratio = plan.layers[index].ratio
    // Nothing is paid past the deductible when the room is used up already.
    guard let leaf = leaf(of: ratio.table), room != .zero else {
      return LayerShare(amount: .zero, end: deductible, room: room)
    }
    if ratio.isSlab {
      return try walkSlab(index, leaf: leaf, from: start, deductible: deductible, end: end, room: room)
    }
    let roundsColumns = isRounding && policy.rounding.moment == .column
    var axis = ratio.axis == .expenseWithDeductible ? try start.adding(deductible) : start
    var position = deductible
    // Rounding each column does not move the position at which a room is used up.
    var exact = Exact.zero
    var sum = Exact.zero
    for column in ratio.ends.indices {
      let isLast = column == ratio.ends.count - 1
      let columnEnd = Exact(ratio.ends[column])
      if !isLast, try !axis.isLess(than: columnEnd) { continue }
      if try !position.isLess(than: end) { break }
      let rate = try finalRatio(index, leaf: leaf, column: column)
      let rest = try end.subtracting(position)
      var length = rest
      if !isLast {
        var width = try columnEnd.subtracting(axis)
        if ratio.axis == .paid { width = rate.value == .zero ? rest : try width.divided(by: rate.value) }
        length = try rest.lesser(of: width)
      }
      let amount = try length.multiplied(by: rate.value)
      let after = try exact.adding(amount)
      if let room, try !after.isLess(than: room) {
        let stop = try position.adding(room.subtracting(exact).divided(by: rate.value))
        let from = position
        let part = try room.subtracting(exact)
        recorder.record(
          .column(
            layer: index, from: from, to: stop, ratio: rate.value, amount: part,
            citation: rate.citation))
        return LayerShare(amount: room, end: stop, room: room)
      }
      let from = position
      let to = try position.adding(length)
      recorder.record(
        .column(layer: index, from: from, to: to, ratio: rate.value, amount: amount, citation: rate.citation))
      sum = roundsColumns ? try sum.adding(Exact(policy.rounding.rounding(amount))) : after
      exact = after
      position = to
      axis = try axis.adding(ratio.axis == .paid ? amount : length)
    }
    return LayerShare(amount: sum, end: end, room: room)
  }

  /// One ratio for the whole expense: that of the column in which the expense ends.
  private mutating func walkSlab(
    _ index: Int, leaf: Int, from start: Exact, deductible: Exact, end: Exact, room: Exact?
  ) throws(ArithmeticOverflow) -> LayerShare {
    let ratio = plan.layers[index].ratio
    // Position of the expense at which the axis is zero.
    let shift = ratio.axis == .expenseWithDeductible ? start : try start.subtracting(deductible)
    var lower = deductible
    for column in ratio.ends.indices {
      let isLast = column == ratio.ends.count - 1
      let upper = isLast ? end : try Exact(ratio.ends[column]).subtracting(shift).lesser(of: end)
      if try upper.isLess(than: lower) || (upper == lower && !isLast && upper != end) { continue }
      if room == nil, upper != end {
        // Only the column in which the expense ends matters.
        lower = upper
        continue
      }
      let rate = try finalRatio(index, leaf: leaf, column: column)
      let amount = try upper.subtracting(deductible).multiplied(by: rate.value)
      if let room, try !amount.isLess(than: room) {
        let reached = rate.value == .zero ? lower : try deductible.adding(room.divided(by: rate.value))
        return LayerShare(amount: room, end: try reached.greater(of: lower), room: room)
      }
      if upper == end {
        recorder.record(
          .column(layer: index, from: deductible, to: end, ratio: rate.value, amount: amount, citation: rate.citation))
        return LayerShare(amount: amount, end: end, room: room)
      }
      lower = upper
    }
    return LayerShare(amount: .zero, end: end, room: room)
  }

  /// The guaranteed minimum of the standing raises S, not above any room; z does not move.
  private mutating func raiseToMinimum(_ index: Int, deductible: Exact, share: inout LayerShare)
    throws(ArithmeticOverflow)
  {
    guard plan.layers[index].isReached, let change, let minimum = change.minimum else { return }
    let base = change.minimumBase == .inScope ? share.end : try share.end.subtracting(deductible)
    var amount = try base.multiplied(by: minimum.value)
    if let room = share.room { amount = try amount.lesser(of: room) }
    guard try share.amount.isLess(than: amount) else { return }
    recorder.cite(minimum.citation)
    recorder.record(
      .minimum(layer: index, base: base, ratio: minimum.value, amount: amount, citation: minimum.citation))
    share.amount = amount
  }
}
