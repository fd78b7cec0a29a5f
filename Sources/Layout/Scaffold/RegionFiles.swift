import Findings
import Format
import PolicyReading
import SourceTree
import Values

/// The rule files of one region in a policy folder, in the order of their first days.
struct RegionFiles {
  let versions: [VersionFile]

  init(of region: RegionCode, in files: [SourceFile], collector: FindingCollector) {
    let own = files.filter { file in
      guard let version = VersionFile(file, collector: FindingCollector()) else {
        return FilePath.name(of: FilePath.folder(of: file.path)).hasPrefix(region.text)
      }
      return version.region == region
    }
    versions = own.compactMap { VersionFile($0, collector: collector) }.inOrder
  }

  /// The title of the region's rules, without what versions add to it.
  var title: String? {
    (versions.first { !$0.isChanges } ?? versions.first)?.node(at: "title")?.scalar?.text
  }
}
