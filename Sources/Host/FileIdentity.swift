import Glibc

/// Which file it is, whatever its name: what tells whether a path still leads to a file that is open.
struct FileIdentity: Equatable, Sendable {
  private let device: dev_t
  private let number: ino_t

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }

  /// Nil when nothing is there.
  static func ofFile(at path: String) throws(SystemFailure) -> FileIdentity? {
    var status = stat()
    if stat(path, &status) == 0 { return FileIdentity(status) }
    if errno == ENOENT { return nil }
    throw SystemFailure(errno)
  }

  static func ofOpenFile(_ descriptor: Int32) throws(SystemFailure) -> FileIdentity {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure(errno) }
    return FileIdentity(status)
  }
}
