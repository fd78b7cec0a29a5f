import Findings
import PolicyModel
import PolicyReading
import Values

/// Everything a check may look at.
package struct CheckInput {
  package let versions: VersionSet
  package let catalogue: Catalogue
  /// The day that review dates are compared with; nil when nobody asks for them.
  let today: CivilDate?
  /// The rules of every region on each stretch of days on which they stay the same.
  let slices: [Slice]

  struct Slice {
    let days: DateInterval
    let policy: ResolvedPolicy
  }

  package init(versions: VersionSet, catalogue: Catalogue, today: CivilDate? = nil) {
    self.versions = versions
    self.catalogue = catalogue
    self.today = today
    slices = versions.regions.flatMap { region in
      versions.slices(of: region).compactMap { days in
        versions.policy(of: region, on: days.from).map { Slice(days: days, policy: $0) }
      }
    }
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
      AttributeCheck.self, SourceCheck.self, CompilationCheck.self, GuardrailCheck.self, DraftAncestorCheck.self,
      ReviewCheck.self, DeclarationCheck.self, NameUseCheck.self, AccountUseCheck.self, DiseaseListCheck.self,
      PlanGapCheck.self,
    ]
  }

  package static func run(_ input: CheckInput, collector: FindingCollector) {
    for check in all { check.run(input, collector: collector) }
  }
}
