import Findings
import Format
import PolicyReading
import SourceTree
import Values

/// The rule files of one region, in the order of their first days.
struct VersionFolder {
  private let versions: [VersionFile]

  init(_ files: [SourceFile]) {
    let ignored = FindingCollector()
    versions = files.compactMap { VersionFile($0, collector: ignored) }.inOrder
  }

  /// The version before a file, whole; nil when there is none.
  func base(of path: String) -> VersionFile? {
    let ignored = FindingCollector()
    var previous: VersionFile?
    for version in versions {
      if version.file.path == path { return previous }
      previous = version.expanded(from: previous, collector: ignored) ?? previous
    }
    return nil
  }

  /// A file that would be left in another vocabulary than one that it builds on or that builds on it.
  func staysBehind(in target: Vocabulary, converted: Set<String>) -> String? {
    guard versions.contains(where: \.isChanges) else { return nil }
    return versions.first { $0.vocabulary != target && !converted.contains($0.file.path) }?.file.path
  }
}
