import FoundationEssentials

/// Paths in files that point to other files.
enum PolicyPaths {
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A path as it is written in a file of another folder.
  static func relative(_ path: String, to folder: String) -> String {
    func parts(_ path: String) -> [Substring] {
      URL(filePath: path.isEmpty ? "." : path).standardizedFileURL.path.split(separator: "/")
    }
    let (target, start) = (parts(path), parts(folder))
    let common = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
