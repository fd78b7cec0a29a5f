import Findings
import PolicyModel
import PolicyReading
import Values

/// A region may not give an attribute of its parents another meaning: inherited benefits would change with it.
enum AttributeCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for region in input.versions.regions {
      for slice in input.versions.slices(of: region) {
        let lineage = input.versions.lineage(of: region, on: slice.from)
        guard let own = lineage.first else { continue }
        let inherited = lineage.dropFirst().flatMap(\.attributes)
        for item in own.attributes {
          guard let other = inherited.first(where: { $0.id == item.id && !$0.means(item) }) else { continue }
          collector.report(.attributeRedefined, at: item.place, related: other.place, ["name": item.id])
        }
      }
    }
  }
}
