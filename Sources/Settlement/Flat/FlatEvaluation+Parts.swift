import PolicyModel
import Values

/// What happens where a cap on paid ends a layer, be it between two fen; seldom, and so apart.
extension FlatEvaluation {
  @inline(never)
  mutating func paymentInParts(_ walk: inout FlatWalk, _ layer: UnsafePointer<FlatLayer>, from start: Int64) -> Int64 {
    let (begin, overflow) = start.multipliedReportingOverflow(by: parts)
    if overflow || begin > FlatLimit.unlimited { return -1 }
    let shift = layer.pointee.axisIncludesDeductible ? begin : begin - walk.deductible
    let denominator = layer.pointee.denominator
    let most = walk.room > walk.end / parts ? Int64.max : walk.room * parts * denominator
    let mark = recorder.mark
    walk.pay(situation.pointee.columns, layer.pointee.columns, shift: shift, parts: parts, &recorder)
    if walk.share >= most {
      recorder.goBack(to: mark)
      return stop(&walk, layer, shift: shift, most: most)
    }
    guard let rounding = situation.pointee.rounding(parts: parts * denominator) else { return -1 }
    let payment = min(rounding(walk.share), whole(walk.end - walk.deductible), walk.room, whole(walk.base))
    recorder.note(.paid, Int(layer.pointee.index), walk.share, payment, parts: parts * denominator)
    return payment
  }

  /// Ends a layer where the room is used up and returns what it pays; -1 when the numbers do not fit.
  ///
  /// - Parameters:
  ///   - shift: how far the columns' axis is ahead of the position.
  ///   - most: the room, in parts and in the ratios' denominator.
  @inline(never)
  mutating func stop(_ walk: inout FlatWalk, _ layer: UnsafePointer<FlatLayer>, shift: Int64, most: Int64) -> Int64 {
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
    guard let rounding = situation.pointee.rounding(parts: 1) else { return -1 }
    let payment = min(rounding(walk.room), whole(walk.end - walk.deductible), walk.room, whole(walk.base))
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
    slots.firstSelfPay *= factor
    slots.nonLocalSelfPay *= factor
    for layer in 0..<done {
      for part in [FlatSlots.Part.deductible, .overCap, .ratioShare] {
        slots[FlatSlots.place(of: part, layer: layer)] *= factor
      }
    }
    walk.base *= factor
    walk.deductible *= factor
    walk.end *= factor
    return true
  }

  private func largestPart(_ walk: FlatWalk) -> Int64 {
    var largest = max(inScope, slots.firstSelfPay, slots.nonLocalSelfPay, charged, walk.base)
    for layer in 0..<done {
      for part in [FlatSlots.Part.deductible, .overCap, .ratioShare] {
        largest = max(largest, slots[FlatSlots.place(of: part, layer: layer)])
      }
    }
    return largest
  }
}
