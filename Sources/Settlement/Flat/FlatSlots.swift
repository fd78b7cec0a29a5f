import PolicyModel

/// What the person bears so far, each part in a place of its own: the first self-pays, then four numbers for each layer that
/// applies, in their order.
struct FlatSlots {
  private let start: UnsafeMutablePointer<Int64>

  /// Parts that a layer leaves, and what it pays.
  enum Part: Int { case deductible, overCap, ratioShare, paid }

  /// First self-pays, eight layers, four numbers to work with.
  static let capacity = 4 + 4 * 8 + 4
  private static let scratch = 36

  @inline(__always)
  init(_ start: UnsafeMutablePointer<Int64>) { self.start = start }

  @inline(__always)
  static func place(of part: Part, layer: Int) -> Int { 4 &+ 4 &* layer &+ part.rawValue }

  @inline(__always)
  subscript(place: Int) -> Int64 {
    get { start[place] }
    nonmutating set { start[place] = newValue }
  }

  @inline(__always)
  var firstSelfPay: Int64 {
    get { start[0] }
    nonmutating set { start[0] = newValue }
  }

  @inline(__always)
  var nonLocalSelfPay: Int64 {
    get { start[1] }
    nonmutating set { start[1] = newValue }
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

  /// A part of the person, not below nothing.
  @inline(__always)
  func sum(_ cause: UnsafePointer<FlatCause>) -> Int64 {
    var sum: Int64 = 0
    var (place, rest) = (cause.pointee.first, cause.pointee.count)
    while rest > 0 {
      sum &+= start[Int(place)]
      place &+= 4
      rest &-= 1
    }
    return max(0, sum)
  }

  /// Takes what a layer pays off a part of the person.
  @inline(__always)
  func take(_ payment: inout Int64, from cause: UnsafePointer<FlatCause>) {
    var (place, rest) = (Int(cause.pointee.first), cause.pointee.count)
    while rest > 0 {
      let taken = min(payment, max(0, start[place]))
      start[place] &-= taken
      payment &-= taken
      place &+= 4
      rest &-= 1
    }
  }

  @inline(__always)
  func clear(_ cause: UnsafePointer<FlatCause>) {
    var (place, rest) = (Int(cause.pointee.first), cause.pointee.count)
    while rest > 0 {
      start[place] = 0
      place &+= 4
      rest &-= 1
    }
  }
}

/// One of the person's parts that a layer pays from: the slots of the layers that it is about.
struct FlatCause {
  /// The first slot; the others follow, four apart.
  let first: Int32
  let count: Int32

  /// - Parameters:
  ///   - layers: which of the layers that apply.
  init(_ cause: Cause, of layers: Range<Int>) {
    let part: FlatSlots.Part
    switch cause {
    case .firstSelfPay:
      (first, count) = (0, 1)
      return
    case .nonLocalSelfPay:
      (first, count) = (1, 1)
      return
    case .deductible: part = .deductible
    case .overCap: part = .overCap
    case .ratioShare: part = .ratioShare
    }
    first = Int32(FlatSlots.place(of: part, layer: layers.lowerBound))
    count = Int32(layers.count)
  }
}
