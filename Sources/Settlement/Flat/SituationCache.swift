import Glibc
import Synchronization

/// Situations by number, each made at most once and never changed: reading takes no lock and counts no reference.
///
/// Unchecked, because the compiler cannot see that all that is ever changed behind the pointer are atomics.
final class SituationCache: @unchecked Sendable {
  /// Nil when there is no memory.
  let slots: SituationSlots?
  private let count: Int

  init(count: Int) {
    self.count = count
    // Zeroed pages take no memory until somebody looks: most situations never come.
    let memory = calloc(count, MemoryLayout<Atomic<UInt>>.stride)
    slots = memory.map { SituationSlots(start: $0.bindMemory(to: Atomic<UInt>.self, capacity: count)) }
  }

  deinit {
    guard let start = slots?.start else { return }
    for index in 0..<count {
      SituationSlots.situation(start[index].load(ordering: .relaxed)).map(SituationCache.giveBack)
    }
    free(start)
  }

  /// Keeps what was made, unless another thread was faster.
  func fill(_ index: Int, with made: FlatSituation?) -> UnsafePointer<FlatSituation>? {
    guard let start = slots?.start else { return nil }
    let own = made.map { made in
      let memory = UnsafeMutablePointer<FlatSituation>.allocate(capacity: 1)
      memory.initialize(to: made)
      return memory
    }
    let bits = own.map { UInt(bitPattern: $0) } ?? SituationSlots.nothing
    let result = start[index].compareExchange(expected: 0, desired: bits, ordering: .acquiringAndReleasing)
    if result.exchanged { return own.map { UnsafePointer($0) } }
    own.map(SituationCache.giveBack)
    return SituationSlots.situation(result.original).map { UnsafePointer($0) }
  }

  private static func giveBack(_ situation: UnsafeMutablePointer<FlatSituation>) {
    situation.pointee.free()
    situation.deallocate()
  }
}

/// Where situations are, as long as their ``SituationCache`` lives.
struct SituationSlots {
  /// 0 where nobody has looked yet, 1 where there is nothing, otherwise the situation's address.
  fileprivate let start: UnsafeMutablePointer<Atomic<UInt>>

  fileprivate static let nothing: UInt = 1

  enum Entry {
    case situation(UnsafePointer<FlatSituation>)
    /// There is none.
    case nothing
    /// Nobody has looked yet.
    case unknown
  }

  /// Those from one of them on.
  func from(_ first: Int) -> SituationSlots { SituationSlots(start: start + first) }

  /// - Parameter index: one of a ``SituationRow``, which knows how many there are.
  @inline(__always)
  func entry(at index: Int) -> Entry {
    if let situation = known(at: index) { return .situation(situation) }
    return start[index].load(ordering: .acquiring) == 0 ? .unknown : .nothing
  }

  /// Nil where there is none, or nobody has looked yet.
  @inline(__always)
  func known(at index: Int) -> UnsafePointer<FlatSituation>? {
    SituationSlots.situation(start[index].load(ordering: .acquiring)).map { UnsafePointer($0) }
  }

  @inline(__always)
  fileprivate static func situation(_ bits: UInt) -> UnsafeMutablePointer<FlatSituation>? {
    bits > nothing ? UnsafeMutablePointer(bitPattern: bits) : nil
  }
}
