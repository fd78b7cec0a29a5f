extension FlatEvaluation {
  /// A layer whose base adds up over the year; false when the numbers do not fit.
  @inline(__always)
  mutating func payYearly(_ layer: UnsafePointer<FlatLayer>, into outcome: inout FlatOutcome) -> Bool {
    var told = recorder
    let payment = payForYear(layer, &told, into: &outcome)
    recorder = told
    funds &+= payment
    return payment >= 0
  }

  /// What the rules give for the whole base so far, less what they gave before; -1 when the numbers do not fit.
  ///
  /// Changes nothing of its own, so that what settling works with is not handed out by address.
  @inline(never)
  private func payForYear(
    _ layer: UnsafePointer<FlatLayer>, _ recorder: inout R, into outcome: inout FlatOutcome
  ) -> Int64 {
    let base = amount(of: layer)
    let now = FlatWalk.whole(base, parts)
    let index = Int(layer.pointee.index)
    let before = accounts[layer.pointee.yearlyAccount]
    recorder.note(.begins, index, base, 0, parts: parts)
    if before < 0 || before &+ now > layer.pointee.largestBase { return -1 }
    let given = FlatEvaluation.yearlyShare(before &+ now, layer, situation, &recorder)
    let earlier = earlierShare(layer, before)
    if earlier < 0 { return -1 }
    recorder.note(.year, index, before, now, parts: 1)
    recorder.note(.shares, index, earlier, given.share, parts: layer.pointee.denominator)
    if given.basis != 0 { outcome.rest(onAll: given.basis) }
    var walk = FlatWalk(base: base, deductible: 0)
    walk.limit(layer, situation.pointee.caps, accounts, parts: parts, &recorder)
    let most = min(now, walk.room)
    let share = min(max(0, given.share - earlier), most &* layer.pointee.denominator)
    let payment = min(layer.pointee.rounding(share), most)
    recorder.note(.paid, index, share, payment, parts: layer.pointee.denominator)
    take(payment, layer, parts: parts)
    outcome.paid[unchecked: index] = payment
    return growForYear(layer, now, payment) ? payment : -1
  }

  @inline(__always)
  private func growForYear(_ layer: UnsafePointer<FlatLayer>, _ base: Int64, _ payment: Int64) -> Bool {
    if !K.isKept { return true }
    guard accounts.add(base, to: layer.pointee.yearlyAccount) else { return false }
    if layer.pointee.yearlyPaidAccount >= 0, !accounts.add(payment, to: layer.pointee.yearlyPaidAccount) {
      return false
    }
    // Only what was paid is added to others.
    var growth = layer.pointee.growth.first(of: situation.pointee.growth)
    let end = layer.pointee.growth.end(of: situation.pointee.growth)
    while growth != end {
      guard accounts.add(payment, to: growth.pointee.account) else { return false }
      growth += 1
    }
    return true
  }

  /// F: what the columns give for a yearly base in whole fen, in the ratios' denominator.
  @inline(__always)
  private static func yearlyShare<T: FlatRecorder>(
    _ amount: Int64, _ layer: UnsafePointer<FlatLayer>, _ situation: UnsafePointer<FlatSituation>, _ recorder: inout T
  ) -> (share: Int64, basis: UInt8) {
    let threshold = min(amount, layer.pointee.deductible)
    recorder.note(.charged, Int(layer.pointee.index), threshold, 0, parts: 1)
    var walk = FlatWalk(base: amount, deductible: threshold)
    walk.pay(
      situation, layer, shift: layer.pointee.axisIncludesDeductible ? 0 : 0 &- threshold, parts: 1,
      &recorder)
    return (walk.share, walk.basis)
  }

  /// -1 when the numbers do not fit.
  @inline(__always)
  private func earlierShare(_ layer: UnsafePointer<FlatLayer>, _ before: Int64) -> Int64 {
    if layer.pointee.yearlyPaidAccount < 0 {
      // The steps of the former claims are not steps of this one.
      var unrecorded = NoFlatRecorder()
      return FlatEvaluation.yearlyShare(before, layer, situation, &unrecorded).share
    }
    let paid = accounts[layer.pointee.yearlyPaidAccount]
    return paid < 0 || paid > layer.pointee.largestBase ? -1 : paid &* layer.pointee.denominator
  }
}
