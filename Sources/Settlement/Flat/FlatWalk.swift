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

  @inline(__always)
  mutating func limit(by cap: UnsafePointer<FlatCap>, used: Int64, parts: Int64) {
    let left = max(0, cap.pointee.limit &- used)
    if case .paid = cap.pointee.measure {
      room = min(room, left)
      return
    }
    if parts != 1, left > base / parts { return }
    let most = left &* parts
    if case .expense = cap.pointee.measure {
      end = min(end, max(most, deductible))
    } else {
      end = min(end, most &+ deductible)
    }
  }

  /// Pays column by column until the end; the room is somebody else's care. Without branches, because no two claims go
  /// the same way.
  ///
  /// - Parameter shift: how far the columns' axis is ahead of the position.
  @inline(__always)
  mutating func pay<R: FlatRecorder>(
    _ columns: FlatList<FlatColumn>, _ range: FlatRange, shift: Int64, parts: Int64, _ recorder: inout R
  ) {
    var position = deductible
    var column = range.first(of: columns)
    let columnsEnd = range.end(of: columns)
    while column != columnsEnd {
      let last = parts == 1 ? column.pointee.end : FlatWalk.scaled(column.pointee.end, parts)
      // Each end by itself, so that one column need not wait for the other.
      let to = max(deductible, min(end, last &- shift))
      let length = to &- position
      basis |= column.pointee.basis & UInt8(truncatingIfNeeded: (0 &- length) >> 63)
      share &+= length &* Int64(column.pointee.numerator)
      recorder.note(
        .column, column - range.first(of: columns), position, to, parts: parts, if: length > 0)
      position = to
      column += 1
    }
  }

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
      let to = min(end, (parts == 1 ? column.end : FlatWalk.scaled(column.end, parts)) &- shift)
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

  private static func scaled(_ whole: Int64, _ parts: Int64) -> Int64 {
    whole > FlatLimit.unlimited / parts ? FlatLimit.unlimited : whole * parts
  }
}

/// Kinds of basis as a set of bits, which grows without comparing.
enum FlatBasis {
  static func bit(_ basis: Basis) -> UInt8 { 1 << basis.rank }

  static func weakest(of bits: UInt8) -> Basis { Basis(rank: UInt8(7 - min(7, bits.leadingZeroBitCount))) }
}
