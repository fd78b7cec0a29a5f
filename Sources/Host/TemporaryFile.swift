import Glibc

/// A file without a name: written at its end, read from its beginning, and gone with its last use, however the program
/// ends.
///
/// It lies in `TMPDIR`, or in `/tmp`.
package final class TemporaryFile {
  /// For child processes, which read and write it where it stands.
  let descriptor: Int32

  package init() throws(SystemFailure) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(folder.isEmpty ? "/tmp" : folder)/policy-XXXXXX".utf8CString)
    let opened = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard opened >= 0 else { throw SystemFailure(errno) }
    unlink(template)
    // Programs that are started get copies of what is meant for them, and nothing else.
    _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
    descriptor = opened
  }

  deinit { close(descriptor) }

  package func append(_ bytes: [UInt8]) throws(SystemFailure) {
    try FileBytes.write(bytes, to: descriptor)
  }

  /// At most so many bytes from a place in the file; fewer only at its end.
  package func read(_ count: Int, at offset: Int) throws(SystemFailure) -> [UInt8] {
    try FileBytes.read(count, at: offset, of: descriptor)
  }

  /// All of it.
  func contents() throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try read(1 << 20, at: bytes.count)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// Lets the next read or write of a process that shares the descriptor begin at the beginning.
  func rewind() { lseek(descriptor, 0, SEEK_SET) }
}
