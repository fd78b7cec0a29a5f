import Findings
import PolicyModel
import PolicyReading
import Values

/// A parent exists, is in force whenever the child is, and inheritance does not lead back to its beginning.
enum ParentCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      guard let parent = version.parent, let place = version.places.parent else { continue }
      if leadsBack(version, input.versions) {
        collector.report(.parentLoop, at: place, ["chain": chain(from: version, input.versions)])
        continue
      }
      guard let parents = input.versions.versions[parent] else {
        collector.report(.parentMissing, at: place, ["parent": parent.text])
        continue
      }
      for hole in holes(of: parents.map(\.inForce), within: version.inForce) {
        collector.report(
          .parentNotInForce, at: place,
          ["parent": parent.text, "from": "\(hole.from)", "to": hole.through.map(\.description) ?? "…"])
      }
    }
  }

  private static func leadsBack(_ version: RegionVersion, _ set: VersionSet) -> Bool {
    var region = version.parent
    var visited: Set<RegionCode> = []
    while let current = region {
      if current == version.region { return true }
      guard visited.insert(current).inserted else { return false }
      region = set.versions[current]?.last?.parent
    }
    return false
  }

  private static func chain(from version: RegionVersion, _ set: VersionSet) -> String {
    var names = [version.region.text]
    var region = version.parent
    while let current = region, names.count < 20 {
      names.append(current.text)
      if current == version.region { break }
      region = set.versions[current]?.last?.parent
    }
    return names.joined(separator: " → ")
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
