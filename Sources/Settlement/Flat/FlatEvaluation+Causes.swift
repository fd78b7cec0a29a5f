/// What the person bears so far, and what layers take over of it.
extension FlatEvaluation {
  /// What a layer pays from.
  @inline(__always)
  func amount(of layer: UnsafePointer<FlatLayer>) -> Int64 {
    if case .inScope = layer.pointee.base { return inScope }
    var sum: Int64 = 0
    var cause = layer.pointee.causes.first(of: situation.pointee.causes)
    let end = layer.pointee.causes.end(of: situation.pointee.causes)
    while cause != end {
      sum &+= slots.sum(cause)
      cause += 1
    }
    return sum
  }

  /// Moves the person's parts as a layer leaves them.
  @inline(__always)
  mutating func leave(_ layer: UnsafePointer<FlatLayer>, _ walk: FlatWalk, _ payment: Int64) {
    switch layer.pointee.base {
    case .inScope: inScope = 0
    case .overCap: slots.clear(layer.pointee.causes.first(of: situation.pointee.causes))
    case .causes:
      reduce(layer, by: payment)
      return
    }
    slots[FlatSlots.place(of: .deductible, layer: done)] = walk.deductible
    slots[FlatSlots.place(of: .overCap, layer: done)] = walk.base &- walk.end
    slots[FlatSlots.place(of: .ratioShare, layer: done)] = walk.end &- walk.deductible &- payment &* parts
    slots[FlatSlots.place(of: .paid, layer: done)] = payment
    charged &+= walk.deductible
  }

  /// A layer that takes over no base leaves nothing of it.
  @inline(__always)
  func leaveNothing(paid payment: Int64) {
    slots[FlatSlots.place(of: .deductible, layer: done)] = 0
    slots[FlatSlots.place(of: .overCap, layer: done)] = 0
    slots[FlatSlots.place(of: .ratioShare, layer: done)] = 0
    slots[FlatSlots.place(of: .paid, layer: done)] = payment
  }

  /// Takes what was paid off the person's parts, one after the other.
  ///
  /// - Parameter payment: whole fen.
  @inline(__always)
  func reduce(_ layer: UnsafePointer<FlatLayer>, by payment: Int64) {
    var rest = payment &* parts
    var cause = layer.pointee.causes.first(of: situation.pointee.causes)
    let end = layer.pointee.causes.end(of: situation.pointee.causes)
    while cause != end {
      slots.take(&rest, from: cause)
      cause += 1
    }
    leaveNothing(paid: payment)
  }
}
