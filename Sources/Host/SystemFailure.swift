import Glibc

/// A call to the operating system that did not work.
package struct SystemFailure: Error, Sendable {
  /// What the system says, such as “No space left on device”.
  package let reason: String

  package init(_ code: Int32) { reason = String(cString: strerror(code)) }
}
