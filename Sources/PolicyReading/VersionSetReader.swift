import Findings
import PolicyModel
import Values

extension VersionSet {
  /// Reads all rule files of a policy folder.
  ///
  /// Files of one folder belong to one region; a file of changes builds on the one before it by date.
  package static func read(_ files: [SourceFile], collector: FindingCollector) -> VersionSet {
    let opened = files.compactMap { VersionFile($0, collector: collector) }
    let byFolder = Dictionary(grouping: opened) { FilePath.folder(of: $0.file.standsAt) }
    var versions: [RegionVersion] = []
    for folder in byFolder.keys.sorted() {
      let ordered = (byFolder[folder] ?? []).sorted {
        ($0.firstDay?.dayNumber ?? .min, $0.file.path) < ($1.firstDay?.dayNumber ?? .min, $1.file.path)
      }
      var previous: VersionFile?
      for file in ordered {
        guard let whole = file.expanded(from: previous, collector: collector) else { continue }
        if let version = whole.version(collector: collector) { versions.append(version) }
        previous = whole
      }
    }
    return VersionSet(versions)
  }
}

/// Parts of a path, without asking the file system.
package enum FilePath {
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
