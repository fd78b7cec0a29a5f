import Findings
import PolicyModel
import PolicyReading

/// Everything a check may look at.
package struct CheckInput {
  package let versions: VersionSet
  package let catalogue: Catalogue

  package init(versions: VersionSet, catalogue: Catalogue) {
    self.versions = versions
    self.catalogue = catalogue
  }

  /// All versions, by region and date.
  var all: [RegionVersion] { versions.regions.flatMap { versions.versions[$0] ?? [] } }
}

/// One question asked of a set of rule files. A new check is one file and one line in ``PolicyChecks/all``.
protocol PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector)
}

package enum PolicyChecks {
  static var all: [any PolicyCheck.Type] {
    [
      FileNameCheck.self, KnownRegionCheck.self, VersionDateCheck.self, ParentCheck.self, ClassCheck.self,
      AttributeCheck.self, SourceCheck.self, CompilationCheck.self, GuardrailCheck.self,
    ]
  }

  package static func run(_ input: CheckInput, collector: FindingCollector) {
    for check in all { check.run(input, collector: collector) }
  }
}
