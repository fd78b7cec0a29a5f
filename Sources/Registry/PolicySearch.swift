import FoundationEssentials

/// Finds what belongs to a path: the policy set it is part of, and code lists for a set that has none.
package enum PolicySearch {
  /// `policies/catalogue` in the path's parents, nearest first, or in the current folder.
  package static func catalogue(for path: String) -> String? {
    let own = URL(filePath: path).standardizedFileURL.path + "/catalogue"
    return ancestors(of: path).map { "\($0)/policies/catalogue" }.first { $0 != own && isFolder($0) }
  }

  /// The set that a file or region folder belongs to: the nearest parent that holds a `catalogue`.
  ///
  /// - Parameter isFolder: whether a path names a folder, where the file system does not say it.
  package static func root(of path: String, isFolder: (String) -> Bool = isFolder) -> String? {
    if isFolder("\(path)/catalogue") { return nil }
    var current = path[...]
    while let slash = current.lastIndex(of: "/") {
      current = current[..<slash]
      if isFolder("\(current)/catalogue") { return String(current) }
    }
    return nil
  }

  private static func ancestors(of path: String) -> [String] {
    var result: [String] = []
    var current = URL(filePath: path).standardizedFileURL.path[...]
    while let slash = current.lastIndex(of: "/"), slash > current.startIndex {
      current = current[..<slash]
      result.append(String(current))
    }
    return result
  }

  package static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
