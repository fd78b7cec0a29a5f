import Findings
import PolicyModel
import PolicyReading
import Values

/// A file is named after its first day in force and stands in a folder that begins with the region's code.
enum FileNameCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      let path = version.file.standsAt
      let expected = "\(version.inForce.from).yaml"
      if FilePath.name(of: path) != expected {
        collector.report(.fileNameMismatch, at: version.places.inForce, ["expected": expected])
      }
      let folder = FilePath.name(of: FilePath.folder(of: path))
      if !folder.isEmpty, !folder.hasPrefix(version.region.text) {
        collector.report(
          .folderMismatch, at: version.places.region, ["folder": folder, "region": version.region.text])
      }
    }
  }
}
