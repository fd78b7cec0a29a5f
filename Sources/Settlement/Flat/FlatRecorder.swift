/// What a flat evaluation tells about its way. The kind of recorder is a type, as it is for ``Recorder``.
protocol FlatRecorder {
  /// Whether it is told of layers that have nothing to pay.
  static var isToldAll: Bool { get }

  /// - Parameters:
  ///   - index: what it is about, as the kind says.
  ///   - parts: what amounts are counted in.
  mutating func note(
    _ kind: FlatEvent.Kind, _ index: Int, _ first: Int64, _ second: Int64, parts: Int64, if isSo: Bool)

  associatedtype Mark
  /// How far it has come.
  var mark: Mark { get }
  /// Forgets what it was told since.
  mutating func goBack(to mark: Mark)
}

extension FlatRecorder {
  @inline(__always)
  mutating func note(_ kind: FlatEvent.Kind, _ index: Int, _ first: Int64, _ second: Int64, parts: Int64) {
    note(kind, index, first, second, parts: parts, if: true)
  }
}

/// Records nothing.
struct NoFlatRecorder: FlatRecorder {
  static var isToldAll: Bool { false }

  @inline(__always)
  mutating func note(
    _ kind: FlatEvent.Kind, _ index: Int, _ first: Int64, _ second: Int64, parts: Int64, if isSo: Bool
  ) {}

  var mark: Void { () }
  mutating func goBack(to mark: Void) {}
}

/// Writes one event after the other into memory that has room for all of a claim.
struct FlatEventRecorder: FlatRecorder {
  private(set) var next: UnsafeMutablePointer<FlatEvent>

  init(_ start: UnsafeMutablePointer<FlatEvent>) { next = start }

  static var isToldAll: Bool { true }

  @inline(__always)
  mutating func note(
    _ kind: FlatEvent.Kind, _ index: Int, _ first: Int64, _ second: Int64, parts: Int64, if isSo: Bool
  ) {
    next.initialize(
      to: FlatEvent(kind: kind, index: Int32(truncatingIfNeeded: index), first: first, second: second, parts: parts))
    next += isSo ? 1 : 0
  }

  var mark: UnsafeMutablePointer<FlatEvent> { next }
  mutating func goBack(to mark: UnsafeMutablePointer<FlatEvent>) { next = mark }
}

/// A step of a flat evaluation, in numbers.
struct FlatEvent {
  enum Kind: UInt8 {
    /// The non-local first self-pay: its base and its amount.
    case selfPay
    /// A layer begins: its base.
    case begins
    /// What the period leaves to charge, and what a limit on it does.
    case periodRoom, ceilingRoom
    /// What a layer charges of its deductible.
    case charged
    /// What was used of a cap of the layer, by its number.
    case used
    /// A column of the layer pays, by its number: from where and to where.
    case column
    /// A yearly layer: the base before the claim, and of the claim.
    case year
    /// What the yearly base gives, before the claim and with it.
    case shares
    /// What a layer pays: before rounding in parts, and in fen.
    case paid
  }

  let kind: Kind
  let index: Int32
  let first: Int64
  let second: Int64
  let parts: Int64
}
