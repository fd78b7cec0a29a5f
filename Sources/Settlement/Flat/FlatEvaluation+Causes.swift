/// What the person bears so far, and what layers take over of it.
extension FlatEvaluation {
  /// What a layer pays from.
  @inline(__always)
  func amount(of layer: UnsafePointer<FlatLayer>) -> Int64 {
    switch layer.pointee.base {
    case .inScope: return inScope
    case .overCap: return slots.amount(layer.pointee.source)
    case .causes:
      var sum: Int64 = 0
      var cause = layer.pointee.causes.first(of: situation.pointee.causes)
      let end = layer.pointee.causes.end(of: situation.pointee.causes)
      while cause != end {
        sum &+= slots.amount(cause.pointee)
        cause += 1
      }
      return sum
    }
  }

  /// Moves the person's parts as a layer leaves them.
  @inline(__always)
  mutating func leave(
    _ layer: UnsafePointer<FlatLayer>, _ walk: FlatWalk, _ payment: Int64, parts: Int64,
    into outcome: inout FlatOutcome
  ) {
    if walk.basis != 0 { outcome.rest(onAll: walk.basis) }
    outcome.paid[unchecked: Int(layer.pointee.index)] = payment
    funds &+= payment
    switch layer.pointee.base {
    case .inScope: inScope = 0
    case .overCap: slots.clear(layer.pointee.source, walk.base)
    case .causes:
      take(payment, layer, parts: parts)
      return
    }
    slots.leave(
      at: place, deductible: walk.deductible, overCap: walk.base &- walk.end,
      ratioShare: walk.end &- walk.deductible &- payment &* parts)
    charged &+= walk.deductible
  }

  /// Takes what was paid off the person's parts, one after the other.
  ///
  /// - Parameter payment: whole fen.
  @inline(__always)
  func take(_ payment: Int64, _ layer: UnsafePointer<FlatLayer>, parts: Int64) {
    var rest = payment &* parts
    var cause = layer.pointee.causes.first(of: situation.pointee.causes)
    let end = layer.pointee.causes.end(of: situation.pointee.causes)
    while cause != end {
      slots.take(&rest, from: cause.pointee)
      cause += 1
    }
    slots.leaveNothing(at: place)
  }
}
