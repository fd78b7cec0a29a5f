import Glibc
import Synchronization

/// Situations by number, each made at most once and never changed: reading takes no lock and counts no reference.
///
/// Unchecked, because the compiler cannot see that all that is ever changed behind the pointer are atomics.
final class SituationCache: @unchecked Sendable {
  let slots: SituationSlots

  init(count: Int) {
    // Zeroed pages take no memory until somebody looks: most situations never come.
    let memory = calloc(count, MemoryLayout<Atomic<UInt>>.stride)
    slots = SituationSlots(
      start: memory?.bindMemory(to: Atomic<UInt>.self, capacity: count), count: memory == nil ? 0 : count)
  }

  deinit {
    guard let start = slots.start else { return }
    for index in 0..<slots.count {
      SituationSlots.situation(start[index].load(ordering: .relaxed)).map(SituationCache.giveBack)
    }
    free(start)
  }

  /// Keeps what was made, unless another thread was faster.
  func fill(_ index: Int, with made: FlatSituation?) -> UnsafePointer<FlatSituation>? {
    guard let start = slots.start else { return nil }
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
  fileprivate let start: UnsafeMutablePointer<Atomic<UInt>>?
  fileprivate let count: Int

  fileprivate static let nothing: UInt = 1

  enum Entry {
    case situation(UnsafePointer<FlatSituation>)
    /// There is none.
    case nothing
    /// Nobody has looked yet.
    case unknown
  }

  @inline(__always)
  func entry(at index: Int) -> Entry {
    guard index < count, let start else { return .nothing }
    let bits = start[index].load(ordering: .acquiring)
    if let situation = SituationSlots.situation(bits) { return .situation(UnsafePointer(situation)) }
    return bits == 0 ? .unknown : .nothing
  }

  @inline(__always)
  fileprivate static func situation(_ bits: UInt) -> UnsafeMutablePointer<FlatSituation>? {
    bits > nothing ? UnsafeMutablePointer(bitPattern: bits) : nil
  }
}
