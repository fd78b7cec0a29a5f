import Glibc
import Synchronization

/// Counts objects that the Swift runtime allocates: class instances, boxes, and the storage of arrays and strings.
package enum AllocationCount {
  private typealias Allocate = @convention(c) (UnsafeRawPointer?, Int, Int) -> UnsafeMutableRawPointer?

  /// The runtime's own hook for such counts; written under `isMeasuring` only.
  private struct Hook: @unchecked Sendable {
    let slot: UnsafeMutablePointer<Allocate>
    let original: Allocate
  }

  private static let hook: Hook? = dlsym(nil, "_swift_allocObject").map {
    let slot = $0.assumingMemoryBound(to: Allocate.self)
    return Hook(slot: slot, original: slot.pointee)
  }

  private static let isMeasuring = Mutex(())
  private static let thread = Atomic<UInt>(0)
  private static let count = Atomic<Int>(0)

  /// Allocations of the calling thread while `work` runs; nil when the runtime cannot be asked.
  package static func during(_ work: () -> Void) -> Int? {
    guard let hook else { return nil }
    return isMeasuring.withLock { _ in
      count.store(0, ordering: .relaxed)
      thread.store(pthread_self(), ordering: .relaxed)
      hook.slot.pointee = { type, size, alignment in
        if pthread_self() == AllocationCount.thread.load(ordering: .relaxed) {
          AllocationCount.count.add(1, ordering: .relaxed)
        }
        return AllocationCount.hook?.original(type, size, alignment)
      }
      work()
      hook.slot.pointee = hook.original
      return count.load(ordering: .relaxed)
    }
  }
}
