import Findings
import PolicyModel
import PolicyReading
import Values

/// A region that inherits does so through its city and its province where these have rules of their own.
enum ProvinceCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    let found = FindingCollector()
    for slice in input.slices {
      guard let version = slice.policy.lineage.first, let place = version.places.parent else { continue }
      let lineage = slice.policy.lineage.map(\.region)
      for level in [version.region.city, version.region.province] where !lineage.contains(level) {
        guard input.versions.version(of: level, on: slice.days.from) != nil else { continue }
        found.report(
          .provinceBypassed, at: place,
          [
            "province": level.text, "from": "\(slice.days.from)",
            "to": slice.days.through.map(\.description) ?? "…",
          ])
      }
    }
    collector.add(found.findings.withoutRepetitions())
  }
}
