import Glibc

/// A file that is read at any place.
package protocol ReadableFile {
  func size() throws(SystemFailure) -> Int

  /// At most so many bytes from a place in the file; fewer only at its end.
  func read(_ count: Int, at offset: Int) throws(SystemFailure) -> [UInt8]
}

/// A file that is only read: it may be one that nobody may write.
package final class ReadOnlyFile: ReadableFile {
  private let descriptor: Int32

  package init(path: String) throws(SystemFailure) {
    // Not blocking, so that a pipe nobody writes to does not stop the program.
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw SystemFailure(errno) }
    descriptor = opened
  }

  deinit { close(descriptor) }

  package func size() throws(SystemFailure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure(errno) }
    return Int(status.st_size)
  }

  package func read(_ count: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
    try FileBytes.read(count, at: offset, of: descriptor)
  }
}
