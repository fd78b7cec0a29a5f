import Glibc

/// The right to be the only one that does something, held until the last use of this value or the end of the process,
/// however it ends.
package final class FileLock: Sendable {
  private let path: String
  private let descriptor: Int32
  private let identity: FileIdentity

  /// Nil when another process, or another part of this one, holds it.
  ///
  /// - Parameter path: an empty file that stands for the right; it is made when there is none, and stays.
  package static func take(_ path: String) throws(SystemFailure) -> FileLock? {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw SystemFailure(errno) }
    if flock(opened, LOCK_EX | LOCK_NB) == 0 { return try FileLock(path, opened) }
    let code = errno
    close(opened)
    if code == EWOULDBLOCK { return nil }
    throw SystemFailure(code)
  }

  /// Whether the file that stands for the right is still the one that is held: of another one somebody else may be the
  /// holder.
  ///
  /// - Throws: when there is none.
  package func isAtItsPath() throws(SystemFailure) -> Bool {
    guard let found = try FileIdentity.ofFile(at: path) else { throw SystemFailure(ENOENT) }
    return found == identity
  }

  private init(_ path: String, _ descriptor: Int32) throws(SystemFailure) {
    self.path = path
    self.descriptor = descriptor
    do {
      identity = try FileIdentity.ofOpenFile(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }
}
