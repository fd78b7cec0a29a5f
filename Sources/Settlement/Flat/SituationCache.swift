import Glibc
import Synchronization

/// Situations by number, each made at most once and never changed: reading takes no lock and counts no reference.
///
/// Unchecked, because the compiler cannot see that all that is ever changed behind the pointer are atomics.
final class SituationCache: @unchecked Sendable {
  /// 0 where nobody has looked yet, 1 where there is nothing, otherwise the object.
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
    for index in 0..<count {
      let bits = slots[index].load(ordering: .relaxed)
      if bits > SituationCache.nothing { SituationCache.object(bits)?.release() }
    }
    free(slots)
  }

  func value(at index: Int, make: () -> FlatSituation?) -> FlatSituation? {
    guard index < count, let slots else { return nil }
    let bits = slots[index].load(ordering: .acquiring)
    if bits > SituationCache.nothing { return SituationCache.object(bits)?.takeUnretainedValue() }
    return bits == SituationCache.nothing ? nil : fill(index, make())
  }

  /// Keeps what was made, unless another thread was faster.
  private func fill(_ index: Int, _ made: FlatSituation?) -> FlatSituation? {
    guard let slots else { return nil }
    let own = made.map { Unmanaged.passRetained($0) }
    let bits = own.map { UInt(bitPattern: $0.toOpaque()) } ?? SituationCache.nothing
    let result = slots[index].compareExchange(expected: 0, desired: bits, ordering: .acquiringAndReleasing)
    if result.exchanged { return made }
    own?.release()
    return SituationCache.object(result.original)?.takeUnretainedValue()
  }

  private static func object(_ bits: UInt) -> Unmanaged<FlatSituation>? {
    UnsafeRawPointer(bitPattern: bits == nothing ? 0 : bits).map { Unmanaged.fromOpaque($0) }
  }
}
