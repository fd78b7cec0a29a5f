import Cores
import Findings
import PolicyModel
import Values

extension VersionSet {
  /// Reads all rule files of a policy folder.
  ///
  /// Files of one folder belong to one region; a file of changes builds on the one before it by date.
  package static func read(_ files: [SourceFile], collector: FindingCollector) -> VersionSet {
    let byFolder = Dictionary(grouping: files) { FilePath.folder(of: $0.standsAt) }
    let folders = byFolder.sorted { $0.key < $1.key }.map(\.value)
    let read = Cores.map(folders) { files in
      let found = FindingCollector()
      return (versions: versions(ofFolder: files, collector: found), findings: found.findings)
    }
    collector.add(read.flatMap(\.findings))
    return VersionSet(read.flatMap(\.versions))
  }

  private static func versions(ofFolder files: [SourceFile], collector: FindingCollector) -> [RegionVersion] {
    let opened = files.compactMap { VersionFile($0, collector: collector) }
    var versions: [RegionVersion] = []
    var previous: VersionFile?
    for file in opened.inOrder {
      guard let whole = file.expanded(from: previous, collector: collector) else { continue }
      if let version = whole.version(collector: collector) { versions.append(version) }
      previous = whole
    }
    return versions
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
