import PolicyModel

/// What the person bears so far: the first self-pays and what all layers together left of each part, then each layer's own
/// three parts, in the order of the layers that apply.
struct FlatSlots {
  private let start: UnsafeMutablePointer<Int64>

  /// Parts that a layer leaves.
  enum Part: Int { case deductible, overCap, ratioShare }

  /// First self-pays and three sums, eight layers, four numbers to work with.
  static let capacity = ownParts + 3 * 8 + 4
  private static let sums = 2
  private static let scratch = ownParts + 3 * 8
  /// Where the parts of the first layer are; those of the next one follow, three apart.
  static let ownParts = 5

  @inline(__always)
  init(_ start: UnsafeMutablePointer<Int64>) { self.start = start }

  /// Nothing is borne yet but the first self-pay.
  @inline(__always)
  func begin(firstSelfPay: Int64) {
    start[0] = firstSelfPay
    start[1] = 0
    for part in 0..<3 { start[FlatSlots.sums &+ part] = 0 }
  }

  /// - Parameter layer: which of the layers that apply.
  static func place(of part: Part, layer: Int) -> Int { ownParts + 3 * layer + part.rawValue }

  /// What all layers left of a part.
  @inline(__always)
  static func sum(of part: Part) -> Int { sums &+ part.rawValue }

  @inline(__always)
  subscript(place: Int) -> Int64 {
    get { start[place] }
    nonmutating set { start[place] = newValue }
  }

  @inline(__always)
  var firstSelfPay: Int64 { start[0] }

  @inline(__always)
  var nonLocalSelfPay: Int64 {
    get { start[1] }
    nonmutating set { start[1] = newValue }
  }

  /// What a layer leaves, by itself and with the others.
  @inline(__always)
  func leave(at place: Int, deductible: Int64, overCap: Int64, ratioShare: Int64) {
    start[place] = deductible
    start[place &+ 1] = overCap
    start[place &+ 2] = ratioShare
    start[FlatSlots.sums] &+= deductible
    start[FlatSlots.sums &+ 1] &+= overCap
    start[FlatSlots.sums &+ 2] &+= ratioShare
  }

  /// A layer that leaves nothing of its own.
  @inline(__always)
  func leaveNothing(at place: Int) {
    start[place] = 0
    start[place &+ 1] = 0
    start[place &+ 2] = 0
  }

  /// Four numbers to choose from by their order.
  @inline(__always)
  func choice(_ first: Int64, _ second: Int64, _ third: Int64, _ fourth: Int64) -> UnsafePointer<Int64> {
    start[FlatSlots.scratch] = first
    start[FlatSlots.scratch + 1] = second
    start[FlatSlots.scratch + 2] = third
    start[FlatSlots.scratch + 3] = fourth
    return UnsafePointer(start + FlatSlots.scratch)
  }

  /// A part of the person.
  @inline(__always)
  func amount(_ cause: FlatCause) -> Int64 {
    if cause.isSum { return start[Int(cause.sum)] }
    var amount: Int64 = 0
    var (place, rest) = (Int(cause.first), cause.count)
    while rest > 0 {
      amount &+= start[place]
      place &+= 3
      rest &-= 1
    }
    return amount
  }

  /// Takes what a layer pays off a part of the person.
  @inline(__always)
  func take(_ payment: inout Int64, from cause: FlatCause) {
    let before = payment
    if cause.isSum {
      payment &-= min(payment, start[Int(cause.sum)])
    } else {
      var (place, rest) = (Int(cause.first), cause.count)
      while rest > 0 {
        let taken = min(payment, start[place])
        start[place] &-= taken
        payment &-= taken
        place &+= 3
        rest &-= 1
      }
    }
    start[Int(cause.sum)] &-= before &- payment
  }

  /// Takes all of a part.
  ///
  /// - Parameter amount: how much that is.
  @inline(__always)
  func clear(_ cause: FlatCause, _ amount: Int64) {
    start[Int(cause.sum)] &-= amount
    if cause.isSum { return }
    var (place, rest) = (Int(cause.first), cause.count)
    while rest > 0 {
      start[place] = 0
      place &+= 3
      rest &-= 1
    }
  }

  /// Counts everything in smaller parts.
  ///
  /// - Parameter end: behind the parts of the last layer.
  func multiply(by factor: Int64, upTo end: Int) {
    for place in 0..<end { start[place] *= factor }
  }

  func largest(upTo end: Int) -> Int64 {
    var largest: Int64 = 0
    for place in 0..<end { largest = max(largest, start[place]) }
    return largest
  }
}
