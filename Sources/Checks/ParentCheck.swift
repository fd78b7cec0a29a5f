import Findings
import PolicyModel
import PolicyReading
import Values

/// A parent exists, is in force whenever the child is, and inheritance does not lead back to its beginning.
///
/// Each link of a chain is looked at where it is written, so that a hole further up is reported once, not for every
/// region below it.
enum ParentCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      guard let parent = version.parent, let place = version.places.parent else { continue }
      if let chain = chain(backTo: version, input.versions) {
        collector.report(.parentLoop, at: place, ["chain": chain])
        continue
      }
      guard let parents = input.versions.versions[parent] else {
        collector.report(.parentMissing, at: place, ["parent": parent.text])
        continue
      }
      for hole in holes(of: parents.map(\.inForce), within: version.inForce) {
        collector.report(
          .parentNotInForce, at: place, related: neighbour(of: hole, among: parents)?.places.inForce,
          ["parent": parent.text, "from": "\(hole.from)", "to": hole.through.map(\.description) ?? "…"])
      }
    }
  }

  /// The regions from a version back to itself, on the first day on which inheritance leads back; nil when it never does.
  private static func chain(backTo version: RegionVersion, _ set: VersionSet) -> String? {
    for days in set.slices(of: version.region) where version.inForce.contains(days.from) {
      let lineage = set.lineage(of: version.region, on: days.from)
      guard lineage.last?.parent == version.region else { continue }
      return (lineage.map(\.region.text) + [version.region.text]).joined(separator: " → ")
    }
    return nil
  }

  /// The version that ended before a hole, or else the first one after it.
  private static func neighbour(of hole: DateInterval, among versions: [RegionVersion]) -> RegionVersion? {
    versions.last { $0.inForce.from < hole.from } ?? versions.first
  }

  /// Days of an interval that none of the others covers.
  private static func holes(of covers: [DateInterval], within interval: DateInterval) -> [DateInterval] {
    var holes: [DateInterval] = []
    var next = interval.from
    for cover in covers.sorted(by: { $0.from < $1.from }) {
      if let end = interval.through, cover.from > end { break }
      if cover.from > next { holes.append(DateInterval(from: next, through: cover.from.advanced(by: -1))) }
      guard let end = cover.through else { return holes }
      if end >= next { next = end.advanced(by: 1) }
    }
    if interval.through.map({ next <= $0 }) ?? true {
      holes.append(DateInterval(from: next, through: interval.through))
    }
    return holes
  }
}
