import FoundationEssentials
import Glibc

/// Tells that something in folders has changed, by inotify. What is found holds for the folders that are there now; after a
/// change a new one has to be made.
package struct FolderWatch: ~Copyable {
  private let descriptor: Int32

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
    | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)

  private static let depthLimit = 8

  package init(_ paths: [String]) {
    // The flags of `open` are those of inotify.
    descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    for path in paths { watch(path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether anything has changed since this was asked last.
  package func hasChanged() -> Bool {
    var hasChanged = false
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return hasChanged }
      hasChanged = true
    }
  }

  private func watch(_ path: String) {
    // The folder itself may be replaced, which only the folder above tells.
    let parent = URL(filePath: path).deletingLastPathComponent().path
    add(parent)
    watchBelow(path, depth: 0)
  }

  private func watchBelow(_ folder: String, depth: Int) {
    add(folder)
    // A link that leads back would never end; no policy folder is as deep.
    guard depth < FolderWatch.depthLimit,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return }
    for name in names where !name.hasPrefix(".") {
      let child = "\(folder)/\(name)"
      var isFolder = false
      if FileManager.default.fileExists(atPath: child, isDirectory: &isFolder), isFolder {
        watchBelow(child, depth: depth + 1)
      }
    }
  }

  private func add(_ path: String) { inotify_add_watch(descriptor, path, FolderWatch.events) }
}
