import Glibc
import Synchronization

/// Situations by number, each made at most once and never changed: reading takes no lock and counts no reference.
///
/// Unchecked, because the compiler cannot see that all that is ever changed behind the pointer are atomics.
final class SituationCache: @unchecked Sendable {
  /// 0 where nobody has looked yet, 1 where there is nothing, otherwise the situation's address.
  private let slots: UnsafeMutablePointer<Atomic<UInt>>?
  private let count: Int

  private static let nothing: UInt = 1

  init(count: Int) {
    // Zeroed pages take no memory until somebody looks: most situations never come.
    let memory = calloc(count, MemoryLayout<Atomic<UInt>>.stride)
    self.count = memory == nil ? 0 : count
    slots = memory?.bindMemory(to: Atomic<UInt>.self, capacity: count)
  }

  deinit {
    guard let slots else { return }
    for index in 0..<count { SituationCache.situation(slots[index].load(ordering: .relaxed)).map(SituationCache.giveBack) }
    free(slots)
  }

  enum Entry {
    case situation(UnsafePointer<FlatSituation>)
    /// There is none.
    case nothing
    /// Nobody has looked yet.
    case unknown
  }

  func entry(at index: Int) -> Entry {
    guard index < count, let slots else { return .nothing }
    let bits = slots[index].load(ordering: .acquiring)
    if let situation = SituationCache.situation(bits) { return .situation(UnsafePointer(situation)) }
    return bits == 0 ? .unknown : .nothing
  }

  /// Keeps what was made, unless another thread was faster.
  func fill(_ index: Int, with made: FlatSituation?) -> UnsafePointer<FlatSituation>? {
    guard let slots else { return nil }
    let own = made.map { made in
      let memory = UnsafeMutablePointer<FlatSituation>.allocate(capacity: 1)
      memory.initialize(to: made)
      return memory
    }
    let bits = own.map { UInt(bitPattern: $0) } ?? SituationCache.nothing
    let result = slots[index].compareExchange(expected: 0, desired: bits, ordering: .acquiringAndReleasing)
    if result.exchanged { return own.map { UnsafePointer($0) } }
    own.map(SituationCache.giveBack)
    return SituationCache.situation(result.original).map { UnsafePointer($0) }
  }

  private static func situation(_ bits: UInt) -> UnsafeMutablePointer<FlatSituation>? {
    bits > nothing ? UnsafeMutablePointer(bitPattern: bits) : nil
  }

  private static func giveBack(_ situation: UnsafeMutablePointer<FlatSituation>) {
    situation.pointee.free()
    situation.deallocate()
  }
}
