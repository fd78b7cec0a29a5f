import Glibc

/// What is done with the names of files.
package enum Folder {
  /// The names in a folder, in no order.
  package static func names(in path: String) throws(SystemFailure) -> [String] {
    guard let folder = opendir(path) else { throw SystemFailure(errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  /// Gives a file another name; a file that has that name already is replaced.
  package static func rename(_ path: String, to other: String) throws(SystemFailure) {
    if Glibc.rename(path, other) != 0 { throw SystemFailure(errno) }
  }

  package static func remove(_ path: String) throws(SystemFailure) {
    if unlink(path) != 0 { throw SystemFailure(errno) }
  }

  /// Waits until the disk has the names in a folder.
  package static func flush(_ path: String) throws(SystemFailure) {
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw SystemFailure(errno) }
    defer { close(opened) }
    if fsync(opened) != 0 { throw SystemFailure(errno) }
  }
}
