import PolicyModel

/// The way along a layer's columns from the deductible to the end of what it pays for.
///
/// Amounts are in `parts` of a fen, but the room, which is in whole fen.
struct FlatWalk {
  var base: Int64
  var deductible: Int64
  /// z: up to where the layer pays.
  var end: Int64
  /// S, in parts and in the ratios' denominator.
  var share: Int64 = 0
  /// The kinds of basis that the columns used rest on.
  var basis: UInt8 = 0
  /// The least room that caps on paid leave.
  var room = Int64.max

  @inline(__always)
  init(base: Int64, deductible: Int64) {
    self.base = base
    self.deductible = deductible
    end = base
  }

  /// Ends the way where the caps of a layer do.
  @inline(__always)
  mutating func limit<R: FlatRecorder>(
    _ layer: UnsafePointer<FlatLayer>, _ caps: FlatList<FlatCap>, _ accounts: FlatAccounts, parts: Int64,
    _ recorder: inout R
  ) {
    if case .none = layer.pointee.caps { return }
    if R.isToldAll { FlatWalk.tell(layer.pointee.toldCaps, caps, accounts, &recorder) }
    let paid = layer.pointee.capOnPaid
    limitPaid(paid.limit, used: accounts.used(paid.account))
    let expense = layer.pointee.capOnExpense
    limitExpense(expense.limit, expense.measure, used: accounts.used(expense.account), parts: parts)
    if case .two = layer.pointee.caps { return }
    var more = layer.pointee.moreCaps.first(of: caps)
    let end = layer.pointee.moreCaps.end(of: caps)
    while more != end {
      let used = accounts.used(more.pointee.account)
      if case .paid = more.pointee.measure {
        limitPaid(more.pointee.limit, used: used)
      } else {
        limitExpense(more.pointee.limit, more.pointee.measure, used: used, parts: parts)
      }
      more += 1
    }
  }

  /// Caps in the order of the rules.
  @inline(never)
  private static func tell<R: FlatRecorder>(
    _ range: FlatRange, _ caps: FlatList<FlatCap>, _ accounts: FlatAccounts, _ recorder: inout R
  ) {
    var cap = range.first(of: caps)
    let (first, end) = (cap, range.end(of: caps))
    while cap != end {
      recorder.note(.used, cap - first, accounts.used(cap.pointee.account), 0, parts: 1)
      cap += 1
    }
  }

  @inline(__always)
  private mutating func limitPaid(_ limit: Int64, used: Int64) { room = min(room, max(0, limit &- used)) }

  @inline(__always)
  private mutating func limitExpense(_ limit: Int64, _ measure: FlatCap.Measure, used: Int64, parts: Int64) {
    let left = max(0, limit &- used)
    if parts != 1, left > base / parts { return }
    let most = left &* parts
    if case .expense = measure {
      end = min(end, max(most, deductible))
    } else {
      end = min(end, most &+ deductible)
    }
  }

  /// Pays column by column until the end; the room is somebody else's care. Without branches, because no two claims go
  /// the same way.
  ///
  /// Each column pays its numerator times a length, from the end of the one before to its own. Sorted by ends that is:
  /// the last numerator times the end, less the first times the beginning, and at each end between them what the
  /// numerator falls by. Single products may be too large for 64 bits, and then come out right by wrapping around.
  ///
  /// - Parameter shift: how far the columns' axis is ahead of the position.
  @inline(__always)
  mutating func pay<R: FlatRecorder>(
    _ situation: UnsafePointer<FlatSituation>, _ layer: UnsafePointer<FlatLayer>, shift: Int64, parts: Int64,
    _ recorder: inout R
  ) {
    // On the columns' axis.
    let (begin, end) = (deductible &+ shift, end &+ shift)
    var sum = end &* Int64(layer.pointee.lastNumerator) &- begin &* Int64(layer.pointee.firstNumerator)
    var turn = layer.pointee.turns.first(of: situation.pointee.turns)
    let turnsEnd = layer.pointee.turns.end(of: situation.pointee.turns)
    while turn != turnsEnd {
      sum &+= max(begin, min(end, FlatWalk.scaled(turn.pointee.end, parts))) &* turn.pointee.fall
      turn += 1
    }
    share &+= sum
    if R.isToldAll {
      tell(layer.pointee.columns, situation.pointee.columns, shift: shift, parts: parts, &recorder)
    }
    if layer.pointee.hasBasisOfColumns {
      basis |= FlatWalk.basis(layer.pointee.columns, situation.pointee.columns, from: begin, to: end, parts)
    }
  }

  /// Tells of every column that pays.
  @inline(__always)
  private func tell<R: FlatRecorder>(
    _ range: FlatRange, _ columns: FlatList<FlatColumn>, shift: Int64, parts: Int64, _ recorder: inout R
  ) {
    let first = range.first(of: columns)
    var (position, column) = (deductible, first)
    while column != range.end(of: columns) {
      let to = max(deductible, min(end, FlatWalk.scaled(column.pointee.end, parts) &- shift))
      recorder.note(.column, column - first, position, to, parts: parts, if: to > position)
      position = to
      column += 1
    }
  }

  /// The kinds of basis that the columns between two ends of their axis rest on.
  private static func basis(
    _ range: FlatRange, _ columns: FlatList<FlatColumn>, from begin: Int64, to end: Int64, _ parts: Int64
  ) -> UInt8 {
    var (basis, position): (UInt8, Int64) = (0, begin)
    var column = range.first(of: columns)
    let columnsEnd = range.end(of: columns)
    while column != columnsEnd {
      let to = max(begin, min(end, scaled(column.pointee.end, parts)))
      basis |= to > position ? column.pointee.basis : 0
      position = to
      column += 1
    }
    return basis
  }

  /// In the nearest whole fen, halves up; of amounts that are not negative.
  @inline(__always)
  static func whole(_ amount: Int64, _ parts: Int64) -> Int64 { parts == 1 ? amount : (amount + parts / 2) / parts }

  /// Goes on anew from the deductible until the share comes to `most`, and ends in front of the column in which it does.
  ///
  /// - Returns: that column, and the position at which it begins.
  mutating func payUntil<R: FlatRecorder>(
    _ most: Int64, _ columns: FlatList<FlatColumn>, _ range: FlatRange, shift: Int64, parts: Int64,
    _ recorder: inout R
  ) -> (column: Int, position: Int64) {
    var position = deductible
    (share, basis) = (0, 0)
    for index in Int(range.start)..<Int(range.end) {
      let column = columns[index]
      let to = min(end, FlatWalk.scaled(column.end, parts) &- shift)
      if to <= position { continue }
      basis |= column.basis
      let after = share &+ (to &- position) &* Int64(column.numerator)
      if after >= most { return (index, position) }
      recorder.note(.column, index &- Int(range.start), position, to, parts: parts, if: true)
      share = after
      position = to
    }
    return (-1, position)
  }

  @inline(__always)
  private static func scaled(_ whole: Int64, _ parts: Int64) -> Int64 {
    parts == 1 ? whole : whole > FlatLimit.unlimited / parts ? FlatLimit.unlimited : whole * parts
  }
}

/// Kinds of basis as a set of bits, which grows without comparing.
enum FlatBasis {
  static func bit(_ basis: Basis) -> UInt8 { 1 << basis.rank }

  static func weakest(of bits: UInt8) -> Basis { Basis(rank: UInt8(7 - min(7, bits.leadingZeroBitCount))) }
}
