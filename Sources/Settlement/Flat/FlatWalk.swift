import Values

/// The way along a layer's columns from the deductible to the end of what it pays for.
struct FlatWalk {
  /// In parts of fen, as everything here but the room.
  let base: FlatAmount
  let deductible: Int64
  let denominator: Int64
  /// z: up to where the layer pays.
  private(set) var end: FlatAmount
  /// S, in parts of fen and of the ratios' denominator.
  private(set) var share: Int64 = 0
  /// The weakest basis of the columns that were used.
  private(set) var basis: UInt8 = 0
  /// The least room that caps on paid leave, whole fen.
  private var room = Int64.max

  init(base: FlatAmount, deductible: Int64, denominator: Int64) {
    self.base = base
    self.deductible = deductible
    self.denominator = denominator
    end = base
  }

  mutating func limit(by caps: FlatList<FlatCap>, in range: Range<Int>, _ accounts: FlatAccounts) {
    for index in range {
      let cap = caps[index]
      let left = max(0, cap.limit - (cap.account < 0 ? 0 : accounts[cap.account]))
      if case .paid = cap.measure {
        room = min(room, left)
      } else if left <= base.count / base.parts {
        let most = left * base.parts
        if case .expense = cap.measure {
          end.count = min(end.count, max(most, deductible))
        } else if most < end.count - deductible {
          end.count = most + deductible
        }
      }
    }
  }

  /// Pays column by column, until the end or until the room is used up; false when the numbers do not fit.
  mutating func pay(_ columns: FlatList<FlatColumn>, of layer: FlatLayer, from start: Int64) -> Bool {
    if room == 0 {
      end.count = deductible
      return true
    }
    let parts = base.parts
    // What is paid is at most what lies above the deductible, so that a larger room is never used up.
    let most = room > end.count / parts ? Int64.max : room * parts * denominator
    let (begin, overflow) = start.multipliedReportingOverflow(by: parts)
    if overflow || begin > Int64.max - base.count { return false }
    var axis = layer.axisIncludesDeductible ? begin + deductible : begin
    var position = deductible
    for index in layer.columns {
      let column = columns[index]
      let (columnEnd, isFar) = column.end.multipliedReportingOverflow(by: parts)
      if !isFar, axis >= columnEnd { continue }
      if position >= end.count { break }
      basis = max(basis, column.basis)
      let length = isFar ? end.count - position : min(end.count - position, columnEnd - axis)
      let after = share + length * column.numerator
      if after >= most { return stop(at: position, most, column.numerator) }
      share = after
      position += length
      axis += length
    }
    return true
  }

  /// Ends where the room is used up, between two fen if need be.
  private mutating func stop(at position: Int64, _ most: Int64, _ numerator: Int64) -> Bool {
    let missing = most - share
    share = most
    let (whole, rest) = missing.quotientAndRemainder(dividingBy: numerator)
    if rest == 0 {
      end.count = position + whole
      return true
    }
    let divisor = greatestCommonDivisor(missing, numerator)
    let parts = numerator / divisor
    let (scaled, overflow) = position.multipliedReportingOverflow(by: parts)
    let (all, overflowParts) = base.parts.multipliedReportingOverflow(by: parts)
    let (count, overflowSum) = scaled.addingReportingOverflow(missing / divisor)
    if overflow || overflowParts || overflowSum { return false }
    end = FlatAmount(count, parts: all)
    return true
  }

  private func greatestCommonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }

  /// P: the share rounded, not above the room, nor above what it is a share of in whole fen.
  func payment(_ rounding: FlatRounding) -> Int64? {
    guard let rounded = rounding(share, parts: base.parts * denominator),
      let above = end.subtracting(FlatAmount(deductible, parts: base.parts))
    else { return nil }
    return min(rounded, above.rounded, room, base.rounded)
  }

  /// P of a share of the base that was worked out otherwise; the deductible is nothing.
  func payment(of share: Int64, _ rounding: FlatRounding) -> Int64? {
    let most = min(base.count, room)
    guard let rounded = rounding(min(max(0, share), most * denominator), parts: denominator) else { return nil }
    return min(rounded, most)
  }
}
