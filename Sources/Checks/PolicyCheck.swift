import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// Everything a check may look at.
package struct CheckInput {
  package let versions: VersionSet
  package let catalogue: Catalogue
  /// The day that review dates are compared with; nil when nobody asks for them.
  let today: CivilDate?
  /// Which cases some claim meets.
  let meetings: CaseMeetings
  /// The rules of every region on each stretch of days on which they stay the same.
  package let slices: [Slice]

  package struct Slice {
    package let region: RegionCode
    package let days: DateInterval
    package let policy: ResolvedPolicy
    /// The rules as claims meet them; use them only when `findings` has no errors.
    package let compiled: CompiledPolicy
    /// What compiling found.
    package let findings: [Finding]
  }

  package init(versions: VersionSet, catalogue: Catalogue, today: CivilDate? = nil) {
    self.versions = versions
    self.catalogue = catalogue
    self.today = today
    let meetings = CaseMeetings()
    slices = versions.regions.flatMap { region in
      versions.slices(of: region).compactMap { days in
        versions.policy(of: region, on: days.from).map { policy in
          let found = FindingCollector()
          let compiled = PolicyCompiler.compile(policy, collector: found, meetings: meetings)
          return Slice(region: region, days: days, policy: policy, compiled: compiled, findings: found.findings)
        }
      }
    }
    self.meetings = meetings
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
