import Glibc

/// A file that grows at its end by whole pieces: a piece that could not be written entirely leaves nothing behind.
package final class AppendOnlyFile: ReadableFile {
  private let path: String
  private let descriptor: Int32
  private let identity: FileIdentity
  /// Where the last whole piece ends, while what follows could not be taken away.
  private var damagedFrom: Int?

  package enum Opening: Sendable {
    /// The file is made when there is none.
    case whetherOrNotItIsThere
    /// Fails when there is one already.
    case asNew
  }

  /// Where the open file is now.
  package enum Whereabouts: Sendable {
    case atItsPath
    /// It has no name any more, and nothing has taken its place: what is written to it is lost.
    case deleted
    /// It was moved, or another file has taken its place.
    case elsewhere
  }

  /// Readable by its owner only.
  package init(path: String, opening: Opening) throws(SystemFailure) {
    let creation = opening == .asNew ? O_CREAT | O_EXCL : O_CREAT
    // Not blocking, so that a pipe nobody reads from is refused instead of waited for.
    let opened = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK | creation, 0o600)
    guard opened >= 0 else { throw SystemFailure(errno) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw SystemFailure(EINVAL)
    }
    self.path = path
    descriptor = opened
    identity = FileIdentity(status)
  }

  deinit { close(descriptor) }

  package func size() throws(SystemFailure) -> Int { Int(try status().st_size) }

  package func whereabouts() throws(SystemFailure) -> Whereabouts {
    if let found = try FileIdentity.ofFile(at: path) { return found == identity ? .atItsPath : .elsewhere }
    return try status().st_nlink > 0 ? .elsewhere : .deleted
  }

  /// Writes a piece, in one call unless the system takes only a part of it. When it throws, the file ends as before.
  package func append(_ bytes: [UInt8]) throws(SystemFailure) {
    try repair()
    let start = try size()
    do {
      try write(bytes)
    } catch {
      damagedFrom = start
      try? repair()
      throw error
    }
  }

  /// Waits until the disk has it.
  package func flush() throws(SystemFailure) {
    if fdatasync(descriptor) != 0 { throw SystemFailure(errno) }
  }

  package func truncate(to size: Int) throws(SystemFailure) {
    if ftruncate(descriptor, off_t(size)) != 0 { throw SystemFailure(errno) }
  }

  /// At most so many bytes from a place in the file; fewer only at its end.
  package func read(_ count: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
    try FileBytes.read(count, at: offset, of: descriptor)
  }

  /// Takes away what is left of a piece that could not be written entirely, when that failed before.
  package func repair() throws(SystemFailure) {
    guard let end = damagedFrom else { return }
    // Somebody else may have shortened it since; it must not grow.
    if try size() > end { try truncate(to: end) }
    damagedFrom = nil
  }

  private func write(_ bytes: [UInt8]) throws(SystemFailure) {
    try FileBytes.write(bytes, to: descriptor)
  }

  private func status() throws(SystemFailure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure(errno) }
    return status
  }
}
