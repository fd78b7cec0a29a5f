import Findings
import Glibc
import Host

/// Files that commands write.
enum FileReplacement {
  /// Writes beside the file, with its permissions, and renames; false and a finding when that fails, with the file as it
  /// was.
  static func write(_ bytes: [UInt8], to path: String, _ collector: FindingCollector) -> Bool {
    if WholeFile.write(bytes, to: path) { return true }
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
}
