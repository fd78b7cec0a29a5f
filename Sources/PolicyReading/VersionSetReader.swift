import Cores
import Findings
import PolicyModel
import Values

extension VersionSet {
  /// Reads all rule files of a policy folder.
  package static func read(_ files: [SourceFile], collector: FindingCollector) -> VersionSet {
    let read = Cores.map(FilePath.byFolder(files)) { FolderReading($0.files) }
    collector.add(read.flatMap(\.findings))
    return VersionSet(read.flatMap(\.versions))
  }
}

/// The rule files of one folder, read: they belong to one region, and a file of changes builds on the one before it by
/// date.
package struct FolderReading: Sendable {
  package let versions: [RegionVersion]
  package let findings: [Finding]

  package init(_ files: [SourceFile]) {
    let collector = FindingCollector()
    versions = FolderReading.versions(of: files, collector: collector)
    findings = collector.findings
  }

  private static func versions(of files: [SourceFile], collector: FindingCollector) -> [RegionVersion] {
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
  /// Files that lie in the same folder, by its path.
  package static func byFolder(_ files: [SourceFile]) -> [(folder: String, files: [SourceFile])] {
    Dictionary(grouping: files) { folder(of: $0.standsAt) }.sorted { $0.key < $1.key }
      .map { (folder: $0.key, files: $0.value) }
  }

  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
