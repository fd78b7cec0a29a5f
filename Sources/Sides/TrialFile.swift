import Findings
import PolicyReading
import Registry
import Values

/// A rule file that is tried in place of its region's version of the same first day.
struct TrialFile {
  let file: SourceFile
  let version: PolicySide.HeldVersion

  /// Nil and a finding when the file does not say which version it is.
  init?(_ file: SourceFile, collector: FindingCollector) {
    // What is wrong in it is reported when the set is read with it.
    guard let read = VersionFile(file, collector: FindingCollector()), let region = read.region,
      let day = read.firstDay
    else {
      collector.report(.sideFileUndated, at: nil, ["path": file.path])
      return nil
    }
    self.file = file
    version = PolicySide.HeldVersion(region: region, day: day)
  }

  /// The set with the file in it: in place of the version of its region and day, or beside the region's others.
  func placed(in set: PolicyFolder, at root: String) -> PolicyFolder {
    let siblings = set.rules.filter {
      FilePath.name(of: FilePath.folder(of: $0.path)).hasPrefix(version.region.text)
    }
    let replaced = siblings.filter { $0.path == file.path || isSameVersion($0) }
    let folder = siblings.first.map { FilePath.folder(of: $0.path) } ?? "\(root)/\(version.region)"
    let place = replaced.first { isSameVersion($0) }?.path ?? "\(folder)/\(version.day).yaml"
    let gone = Set(replaced.map(\.path))
    return PolicyFolder(
      rules: set.rules.filter { !gone.contains($0.path) }
        + [SourceFile(path: file.path, standsAt: place, bytes: file.bytes)],
      catalogue: set.catalogue, unreadable: set.unreadable, path: set.path)
  }

  private func isSameVersion(_ other: SourceFile) -> Bool {
    guard let read = VersionFile(other, collector: FindingCollector()) else { return false }
    return read.region == version.region && read.firstDay == version.day
  }
}
