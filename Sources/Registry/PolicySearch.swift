import FoundationEssentials

/// Finds what belongs to a path: the policy set it is part of, and code lists for a set that has none.
package enum PolicySearch {
  /// `policies/catalogue` in the path's parents, nearest first, or in the current folder.
  package static func catalogue(for path: String) -> String? {
    let own = FolderPath(FolderPath(path).child("catalogue"))
    return FolderPath(path).parents.map { FolderPath($0.child("policies/catalogue")) }
      .first { $0.steps != own.steps && isFolder($0.text) }?.text
  }

  /// The set that a file or region folder belongs to: the nearest parent that holds code lists in `catalogue`, however
  /// the path was written and wherever the command is run.
  package static func root(of path: String) -> String? {
    let path = FolderPath(path)
    if isFolder(path.child("catalogue")) { return nil }
    return path.parents.first { holdsLists($0.child("catalogue")) }?.text
  }

  private static func holdsLists(_ path: String) -> Bool {
    guard isFolder(path), let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return false }
    return names.contains(where: PolicyFolder.isYAML)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
