import Findings
import PolicyModel
import PolicyReading
import Values

/// Versions of a region follow each other without overlap and without a hole.
enum VersionDateCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for region in input.versions.regions {
      let versions = input.versions.versions[region] ?? []
      // The one so far that is in force longest: a short version inside a long one ends nothing.
      guard var longest = versions.first else { continue }
      for later in versions.dropFirst() {
        compare(longest, later, collector)
        if isLonger(later, than: longest) { longest = later }
      }
    }
  }

  private static func compare(_ earlier: RegionVersion, _ later: RegionVersion, _ collector: FindingCollector) {
    guard let end = earlier.inForce.through, end < later.inForce.from else {
      collector.report(
        .versionsOverlap, at: later.places.inForce, related: earlier.places.inForce, ["other": earlier.file.path])
      return
    }
    let next = end.advanced(by: 1)
    if next < later.inForce.from {
      collector.report(
        .versionsGap, at: later.places.inForce, related: earlier.places.inForce,
        ["from": "\(next)", "to": "\(later.inForce.from.advanced(by: -1))"])
    }
  }

  private static func isLonger(_ later: RegionVersion, than earlier: RegionVersion) -> Bool {
    guard let end = earlier.inForce.through else { return false }
    return later.inForce.through.map { $0 > end } ?? true
  }
}
