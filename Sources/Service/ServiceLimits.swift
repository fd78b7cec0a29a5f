/// How much the service takes on at once and how long it waits. Beyond it, it refuses.
package struct ServiceLimits: Sendable {
  /// Bytes of a request's body; of a batch each line.
  package var bodyBytes = 1 << 20
  /// Bytes of all bodies that are held at once.
  package var heldBytes = 256 << 20
  package var headerBytes = 32 << 10
  package var connections = 4096
  /// Connections beyond these that are told so; still more wait.
  package var refusedConnections = 64
  /// Claims that are worked on or wait for it.
  package var requests = 256
  package var batches = 16
  /// Comparisons and reloads.
  package var heavyRequests = 1
  /// Seconds in which the head of a connection's first request has to be there.
  package var headerSeconds: Int64 = 10
  /// Seconds in which a body has to be there, except a batch's.
  package var bodySeconds: Int64 = 30
  /// Seconds after which a connection is closed on which nothing comes in, or nothing is taken.
  package var idleSeconds: Int64 = 60
  /// Seconds that requests in flight have to finish when the service ends.
  package var shutdownSeconds: Int64 = 30

  package init() {}
}
