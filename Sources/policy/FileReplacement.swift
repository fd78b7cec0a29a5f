import Glibc

/// Replaces a file as a whole: whoever reads it meanwhile finds the old or the new text, never a part.
enum FileReplacement {
  /// Writes beside the file, with its permissions, and renames; false when that fails, with the file as it was.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let target = resolved(path)
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let temporary = target + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode)
    guard descriptor >= 0 else { return false }
    let isWritten = writeAll(bytes, to: descriptor) && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten, rename(temporary, target) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// Creates a file and the folders to it; false when there is one already or it cannot be written.
  static func create(_ bytes: [UInt8], at path: String) -> Bool {
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in folders.indices {
      let folder = folders[...count].joined(separator: "/")
      if !folder.isEmpty, !exists(folder) { mkdir(folder, 0o755) }
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten else {
      unlink(path)
      return false
    }
    return true
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// A link stays a link: the file that it leads to is replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += written
    }
    return true
  }
}
