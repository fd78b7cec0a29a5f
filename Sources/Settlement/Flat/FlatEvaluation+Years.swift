extension FlatEvaluation {
  /// A layer whose base adds up over the year: what the rules give for the whole base so far, less what they gave before.
  @inline(never)
  mutating func payForYear(_ layer: UnsafePointer<FlatLayer>) -> Bool {
    let base = amount(of: layer)
    let now = whole(base)
    let index = Int(layer.pointee.index)
    let before = accounts[layer.pointee.yearlyAccount]
    recorder.note(.begins, index, base, 0, parts: parts)
    if before < 0 || before &+ now > layer.pointee.largestBase { return false }
    let columns = situation.pointee.columns
    let given = FlatEvaluation.yearlyShare(before &+ now, layer, columns, &recorder)
    let earlier = earlierShare(layer, before)
    if earlier < 0 { return false }
    recorder.note(.year, index, before, now, parts: 1)
    recorder.note(.shares, index, earlier, given.share, parts: layer.pointee.denominator)
    basis |= given.basis
    var walk = FlatWalk(base: base, deductible: 0)
    limit(&walk, layer)
    let most = min(now, walk.room)
    let share = min(max(0, given.share - earlier), most &* layer.pointee.denominator)
    let payment = min(layer.pointee.rounding(share), most)
    recorder.note(.paid, index, share, payment, parts: layer.pointee.denominator)
    reduce(layer, by: payment)
    guard accounts.add(now, to: layer.pointee.yearlyAccount) else { return false }
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
    _ amount: Int64, _ layer: UnsafePointer<FlatLayer>, _ columns: FlatList<FlatColumn>, _ recorder: inout T
  ) -> (share: Int64, basis: UInt8) {
    let threshold = min(amount, layer.pointee.deductible)
    recorder.note(.charged, Int(layer.pointee.index), threshold, 0, parts: 1)
    var walk = FlatWalk(base: amount, deductible: threshold)
    walk.pay(
      columns, layer.pointee.columns, shift: layer.pointee.axisIncludesDeductible ? 0 : 0 &- threshold, parts: 1,
      &recorder)
    return (walk.share, walk.basis)
  }

  /// -1 when the numbers do not fit.
  @inline(__always)
  private func earlierShare(_ layer: UnsafePointer<FlatLayer>, _ before: Int64) -> Int64 {
    if layer.pointee.yearlyPaidAccount < 0 {
      // The steps of the former claims are not steps of this one.
      var unrecorded = NoFlatRecorder()
      return FlatEvaluation.yearlyShare(before, layer, situation.pointee.columns, &unrecorded).share
    }
    let paid = accounts[layer.pointee.yearlyPaidAccount]
    return paid < 0 || paid > layer.pointee.largestBase ? -1 : paid &* layer.pointee.denominator
  }
}
