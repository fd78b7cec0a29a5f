/// Memory for the events of one claim after the other, allocated once.
package struct FlatTrace: ~Copyable {
  let start: UnsafeMutablePointer<FlatEvent>
  let capacity: Int
  /// Events of the last claim.
  var count = 0
  var situation: UnsafePointer<FlatSituation>?

  /// - Parameter capacity: events that a claim may have; one with more is not explained in this way.
  package init(capacity: Int = 512) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }
}
