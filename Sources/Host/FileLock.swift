import Glibc

/// The right to be the only one that does something, held until the last use of this value or the end of the process,
/// however it ends.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Nil when another process, or another part of this one, holds it.
  ///
  /// - Parameter path: an empty file that stands for the right; it is made when there is none, and stays.
  package static func take(_ path: String) throws(SystemFailure) -> FileLock? {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw SystemFailure(errno) }
    if flock(opened, LOCK_EX | LOCK_NB) == 0 { return FileLock(opened) }
    let code = errno
    close(opened)
    if code == EWOULDBLOCK { return nil }
    throw SystemFailure(code)
  }

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
