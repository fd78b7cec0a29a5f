import Findings
import FoundationEssentials
import Values

/// What a word on the command line names.
enum SideArgument {
  case version(PolicySide.HeldVersion)
  case folder(String)
  case file(String)
  /// A git revision, and a path in it as git writes it.
  case revision(String, path: String?)

  /// What is there goes first: a folder `main` is not the branch of that name.
  ///
  /// Nil and a finding when the word is a version with an impossible day.
  static func read(_ text: String, collector: FindingCollector) -> SideArgument? {
    var isFolder = false
    if FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) {
      return isFolder ? .folder(text) : .file(text)
    }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let region = RegionCode(parts[0]) {
      guard let day = CivilDate(parts[1]) else {
        collector.report(.sideDate, at: nil, ["side": text, "date": String(parts[1])])
        return nil
      }
      return .version(PolicySide.HeldVersion(region: region, day: day))
    }
    let names = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return .revision(names[0], path: names.count == 2 ? names[1] : nil)
  }
}
