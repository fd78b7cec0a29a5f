import FoundationEssentials

/// Paths in files that point to other files.
enum PolicyPaths {
  /// A path as it is written in another file.
  static func relative(_ path: String, in file: String) -> String {
    func parts(_ path: String) -> [Substring] {
      URL(filePath: path).standardizedFileURL.path.split(separator: "/")
    }
    let (target, start) = (parts(path), parts(file).dropLast())
    let common = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
