import Findings
import PolicyModel
import PolicyReading
import Values

/// Region codes have to be in the catalogue.
enum KnownRegionCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    guard !input.catalogue.regions.isEmpty else { return }
    for version in input.all where input.catalogue.regions[version.region] == nil {
      collector.report(.unknownRegion, at: version.places.region, ["region": version.region.text])
    }
  }
}
