import Glibc

/// The one way in which files are written: whoever reads one meanwhile finds the old or the new text, never a part.
package enum WholeFile {
  /// Writes beside the file, with its permissions, and renames; false when that fails, with the file as it was.
  package static func write(_ bytes: [UInt8], to path: String) -> Bool { replace(resolved(path), with: bytes) }

  private static func replace(_ target: String, with bytes: [UInt8]) -> Bool {
    var status = stat()
    let exists = stat(target, &status) == 0
    // A terminal, a pipe or /dev/null is written to: a file in its place would be none.
    if exists, status.st_mode & S_IFMT != S_IFREG { return writeInPlace(bytes, to: target) }
    let mode = exists ? status.st_mode & 0o7777 : 0o644
    let temporary = target + ".\(getpid()).tmp"
    // Left by a process of the same number that was killed while it wrote; in a container numbers repeat.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode)
    guard descriptor >= 0 else { return false }
    let isWritten = Descriptor.write(bytes, to: descriptor) && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten, rename(temporary, target) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { return false }
    let isWritten = Descriptor.write(bytes, to: descriptor)
    return close(descriptor) == 0 && isWritten
  }

  /// A link stays a link: the file that it leads to is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
