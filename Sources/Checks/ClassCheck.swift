import Findings
import PolicyModel
import PolicyReading
import Values

/// A region may not give a class of its parents another meaning: inherited benefits would change with it.
enum ClassCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for region in input.versions.regions {
      for slice in input.versions.slices(of: region) {
        let lineage = input.versions.lineage(of: region, on: slice.from)
        guard let own = lineage.first else { continue }
        let inherited = lineage.dropFirst().flatMap(\.classes)
        for item in own.classes {
          let differs = inherited.contains {
            $0.id == item.id
              && ($0.dimension != item.dimension || $0.parent != item.parent || $0.members != item.members)
          }
          if differs { collector.report(.duplicateID, at: item.place, ["name": item.id]) }
        }
      }
    }
  }
}
