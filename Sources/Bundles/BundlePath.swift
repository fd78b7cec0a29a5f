import Findings
import Registry

/// What the files of a bundle may be called.
enum BundlePath {
  /// - Throws: for the first path that is not below the folder wherever the bundle is unpacked, or stands twice.
  static func require(_ paths: [String]) throws(Finding) {
    var previous: String?
    for path in paths {
      guard isPlain(path), previous.map({ $0.utf8.lexicographicallyPrecedes(path.utf8) }) ?? true else {
        throw Finding(.bundlePath, at: nil, ["path": path])
      }
      previous = path
    }
  }

  private static func isPlain(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return PolicyFolder.isYAML(path) && !names.contains { ["", ".", ".."].contains($0) }
      && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
  }
}
