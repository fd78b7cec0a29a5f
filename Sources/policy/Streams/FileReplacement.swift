import Findings
import Glibc

/// The one way in which files are written: whoever reads one meanwhile finds the old or the new text, never a part.
enum FileReplacement {
  /// Writes beside the file, with its permissions, and renames; false and a finding when that fails, with the file as it
  /// was.
  static func write(_ bytes: [UInt8], to path: String, _ collector: FindingCollector) -> Bool {
    if replace(resolved(path), with: bytes) { return true }
    collector.report(.fileNotWritten, at: nil, ["path": path])
    return false
  }

  /// Creates a file; false and a finding when there is one already or it cannot be written.
  static func create(_ text: String, at path: String, _ collector: FindingCollector) -> Bool {
    guard isFree(path, collector) else { return false }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else {
      collector.report(.fileNotWritten, at: nil, ["path": path])
      return false
    }
    let isWritten = Descriptor.write(Array(text.utf8), to: descriptor)
    guard close(descriptor) == 0, isWritten else {
      unlink(path)
      collector.report(.fileNotWritten, at: nil, ["path": path])
      return false
    }
    return true
  }

  /// Whether a file can be created there; false and a finding when there is one already.
  static func isFree(_ path: String, _ collector: FindingCollector) -> Bool {
    guard exists(path) else { return true }
    collector.report(.newFileExists, at: nil, ["path": path])
    return false
  }

  /// Creates the folders that a path leads through. What is wrong with them shows when the file is written.
  static func makeFolders(to path: String) {
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in folders.indices {
      let folder = folders[...count].joined(separator: "/")
      if !folder.isEmpty, !exists(folder) { mkdir(folder, 0o755) }
    }
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func replace(_ target: String, with bytes: [UInt8]) -> Bool {
    var status = stat()
    let exists = stat(target, &status) == 0
    // A terminal, a pipe or /dev/null is written to: a file in its place would be none.
    if exists, status.st_mode & S_IFMT != S_IFREG { return writeInPlace(bytes, to: target) }
    let mode = exists ? status.st_mode & 0o7777 : 0o644
    let temporary = target + ".\(getpid()).tmp"
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
