import Synchronization

/// A text that is worked out once, by whichever thread asks first.
package final class LazyText: Sendable {
  private let make: @Sendable () -> String
  private let made = Mutex<String?>(nil)

  package init(_ make: @escaping @Sendable () -> String) { self.make = make }

  package var text: String {
    made.withLock { known in
      if let known { return known }
      let text = make()
      known = text
      return text
    }
  }
}
