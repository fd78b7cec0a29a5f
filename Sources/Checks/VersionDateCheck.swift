import Findings
import PolicyModel
import PolicyReading
import Values

/// Versions of a region follow each other without overlap and without a hole.
enum VersionDateCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for region in input.versions.regions {
      let versions = input.versions.versions[region] ?? []
      for (earlier, later) in zip(versions, versions.dropFirst()) {
        guard let end = earlier.inForce.through, end < later.inForce.from else {
          collector.report(
            .versionsOverlap, at: later.places.inForce, related: earlier.places.inForce, ["other": earlier.file.path])
          continue
        }
        let next = end.advanced(by: 1)
        if next < later.inForce.from {
          collector.report(
            .versionsGap, at: later.places.inForce, related: earlier.places.inForce,
            ["from": "\(next)", "to": "\(later.inForce.from.advanced(by: -1))"])
        }
      }
    }
  }
}
