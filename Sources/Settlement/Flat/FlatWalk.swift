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
  /// The weakest basis of the columns that were used.
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
    for index in range.indices {
      let column = columns.pointer(to: index)
      let last = parts == 1 ? column.pointee.end : FlatWalk.scaled(column.pointee.end, parts)
      let to = max(position, min(end, last &- shift))
      basis = max(basis, to > position ? column.pointee.basis : 0)
      share &+= (to &- position) &* Int64(column.pointee.numerator)
      recorder.note(.column, index &- Int(range.start), position, to, parts: parts, if: to > position)
      position = to
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
    for index in range.indices {
      let column = columns[index]
      let to = min(end, (parts == 1 ? column.end : FlatWalk.scaled(column.end, parts)) &- shift)
      if to <= position { continue }
      basis = max(basis, column.basis)
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
