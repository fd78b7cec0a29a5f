import Synchronization

/// Counts what is in flight and refuses what is too much.
package final class Admission: Sendable {
  private let limit: Int
  private let held = Mutex(0)

  package init(limit: Int) { self.limit = limit }

  /// Takes a share; false when there is no room for it.
  package func take(_ share: Int = 1) -> Bool {
    held.withLock { held in
      guard held + share <= limit else { return false }
      held += share
      return true
    }
  }

  package func giveBack(_ share: Int = 1) {
    held.withLock { $0 -= share }
  }

  package var inFlight: Int { held.withLock { $0 } }
}
