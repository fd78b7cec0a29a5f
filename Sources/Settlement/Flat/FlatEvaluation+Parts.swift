import PolicyModel
import Values

/// What happens from where a cap on paid ends a layer, be it between two fen; seldom, and so apart.
extension FlatEvaluation {
  /// Pays from a layer on that a cap on paid ends, and writes the result; false when the numbers do not fit.
  @inline(never)
  mutating func payRest(
    from first: UnsafePointer<FlatLayer>, _ amounts: FlatAmounts, into outcome: inout FlatOutcome
  ) -> Bool {
    var layer = first
    while layer != situation.pointee.layers.end {
      let isPaid =
        layer.pointee.yearlyAccount >= 0 ? payYearly(layer, into: &outcome) : payInParts(layer, into: &outcome)
      if !isPaid { return false }
      place &+= 3
      layer += 1
    }
    count()
    write(amounts, parts: parts, into: &outcome)
    return true
  }

  private mutating func payInParts(_ layer: UnsafePointer<FlatLayer>, into outcome: inout FlatOutcome) -> Bool {
    var base = amount(of: layer)
    if base == 0, !R.isToldAll {
      slots.leaveNothing(at: place)
      return true
    }
    if base > layer.pointee.largestBase { return false }
    recorder.note(.begins, Int(layer.pointee.index), base, 0, parts: parts)
    let deductible = charge(layer, base, parts: parts)
    if layer.pointee.takesFirstSelfPay {
      guard parts == 1, takeFirstSelfPay(of: base - deductible) else { return false }
      base = inScope
    }
    var walk = FlatWalk(base: base, deductible: deductible)
    walk.limit(layer, situation.pointee.caps, accounts, parts: parts, &recorder)
    let start = layer.pointee.axisAccount < 0 ? 0 : accounts[layer.pointee.axisAccount]
    let payment = paymentInParts(&walk, layer, from: start)
    // Rounded up by less than a fen, a payment may exceed what the layer pays for; sums could not tell that apart.
    if payment < 0 || payment * parts > walk.end - walk.deductible { return false }
    leave(layer, walk, payment, parts: parts, into: &outcome)
    return grow(layer, walk, payment, parts: parts)
  }

  /// P in fen; -1 when the numbers do not fit.
  private mutating func paymentInParts(_ walk: inout FlatWalk, _ layer: UnsafePointer<FlatLayer>, from start: Int64)
    -> Int64
  {
    let (begin, overflow) = start.multipliedReportingOverflow(by: parts)
    if overflow || begin > FlatLimit.unlimited { return -1 }
    let shift = layer.pointee.axisIncludesDeductible ? begin : begin - walk.deductible
    let denominator = layer.pointee.denominator
    let most = walk.room > walk.end / parts ? Int64.max : walk.room * parts * denominator
    let mark = recorder.mark
    walk.pay(situation, layer, shift: shift, parts: parts, &recorder)
    if walk.share >= most {
      recorder.goBack(to: mark)
      return stop(&walk, layer, shift: shift, most: most)
    }
    guard let rounded = rounded(walk.share, layer) else { return -1 }
    let payment = min(rounded, whole(walk.end - walk.deductible), walk.room, whole(walk.base))
    recorder.note(.paid, Int(layer.pointee.index), walk.share, payment, parts: parts * denominator)
    return payment
  }

  /// Ends a layer where the room is used up and returns what it pays; -1 when the numbers do not fit.
  ///
  /// - Parameters:
  ///   - shift: how far the columns' axis is ahead of the position.
  ///   - most: the room, in parts and in the ratios' denominator.
  private mutating func stop(_ walk: inout FlatWalk, _ layer: UnsafePointer<FlatLayer>, shift: Int64, most: Int64)
    -> Int64
  {
    if walk.room == 0 {
      (walk.end, walk.basis) = (walk.deductible, 0)
      recorder.note(.paid, Int(layer.pointee.index), 0, 0, parts: 1)
      return 0
    }
    let columns = situation.pointee.columns
    let (column, position) = walk.payUntil(
      most, columns, layer.pointee.columns, shift: shift, parts: parts, &recorder)
    if column < 0 { return -1 }
    let numerator = Int64(columns[column].numerator)
    let missing = most - walk.share
    let (length, rest) = missing.quotientAndRemainder(dividingBy: numerator)
    var from = position
    if rest == 0 {
      walk.end = from + length
    } else {
      guard split(&walk, by: numerator) else { return -1 }
      from *= numerator
      // Parts are smaller by the numerator now.
      walk.end = from + missing
    }
    recorder.note(.column, column - Int(layer.pointee.columns.start), from, walk.end, parts: parts)
    let payment = min(
      situation.pointee.rounding(walk.room), whole(walk.end - walk.deductible), walk.room, whole(walk.base))
    recorder.note(.paid, Int(layer.pointee.index), walk.room, payment, parts: 1)
    return payment
  }

  /// Counts every amount in smaller parts from now on; false when they do not fit.
  private mutating func split(_ walk: inout FlatWalk, by factor: Int64) -> Bool {
    let (all, overflow) = parts.multipliedReportingOverflow(by: factor)
    if overflow || all > 1 << 40 || largestPart(walk) > (1 << 58) / factor { return false }
    parts = all
    inScope *= factor
    charged *= factor
    slots.multiply(by: factor, upTo: place)
    walk.base *= factor
    walk.deductible *= factor
    walk.end *= factor
    return true
  }

  /// A share as the rules round it; nil when the numbers do not fit.
  private func rounded(_ share: Int64, _ layer: UnsafePointer<FlatLayer>) -> Int64? {
    if parts == 1 { return layer.pointee.rounding(share) }
    let (all, overflow) = parts.multipliedReportingOverflow(by: layer.pointee.denominator)
    return overflow ? nil : situation.pointee.rounding.once(share, parts: all)
  }

  private func whole(_ amount: Int64) -> Int64 { FlatWalk.whole(amount, parts) }

  private func largestPart(_ walk: FlatWalk) -> Int64 {
    max(inScope, charged, walk.base, slots.largest(upTo: place))
  }
}
