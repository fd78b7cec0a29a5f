import Cores
import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// Everything a check may look at.
package final class CheckInput {
  package let versions: VersionSet
  package let catalogue: Catalogue
  /// The day that review dates are compared with; nil when nobody asks for them.
  let today: CivilDate?
  /// Which cases some claim meets.
  let meetings: CaseMeetings
  /// The rules of every region on each stretch of days on which they stay the same.
  package let slices: [Slice]
  /// Paths of files that could not be read whole: what seems wrong with their rules may be for it.
  fileprivate(set) var incompleteFiles: Set<String> = []

  package struct Slice: Sendable {
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
    let compiled = Cores.map(versions.regions) { CheckInput.compile($0, versions) }
    slices = compiled.flatMap(\.slices)
    var meetings = CaseMeetings()
    for part in compiled { meetings.add(part.meetings) }
    self.meetings = meetings
  }

  private static func compile(_ region: RegionCode, _ versions: VersionSet) -> (slices: [Slice], meetings: CaseMeetings)
  {
    let meetings = CaseMeetingRecorder()
    let slices = versions.slices(of: region).compactMap { days -> Slice? in
      guard let policy = versions.policy(of: region, on: days.from) else { return nil }
      let found = FindingCollector()
      let compiled = PolicyCompiler.compile(policy, collector: found, meetings: meetings)
      return Slice(region: region, days: days, policy: policy, compiled: compiled, findings: found.findings)
    }
    return (slices, meetings.meetings)
  }

  /// Rules that were read whole and have no error.
  var sound: [Slice] {
    slices.filter { slice in
      let files = slice.policy.lineage.flatMap { [$0.file] + $0.basedOn }
      return !slice.findings.hasErrors && !files.contains { incompleteFiles.contains($0.path) }
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
  /// What is looked for.
  package enum Extent: Sendable {
    /// What would keep rules from settling, or settle claims wrongly: what is asked each time rules are loaded.
    case loading
    /// Also everything that the exact analysis of all claims shows.
    case usual
    /// Also whatever rests on an assumption or names no article.
    case strict
  }

  static var all: [any PolicyCheck.Type] {
    [
      FileNameCheck.self, KnownRegionCheck.self, VersionDateCheck.self, ParentCheck.self, ProvinceCheck.self,
      ClassCheck.self,
      AttributeCheck.self, SourceCheck.self, CompilationCheck.self, GuardrailCheck.self, DraftAncestorCheck.self,
      ReviewCheck.self, DeclarationCheck.self, NameUseCheck.self, AccountUseCheck.self, DiseaseListCheck.self,
      PlanGapCheck.self,
    ]
  }

  /// What takes the exact functions of all plans.
  private static var exact: [any PolicyCheck.Type] { [ExactChecks.self] }

  private static var onlyStrict: [any PolicyCheck.Type] {
    [AssumedSourceCheck.self, OpenQuestionCheck.self, ArticleCheck.self]
  }

  package static func run(_ input: CheckInput, extent: Extent = .usual, collector: FindingCollector) {
    input.incompleteFiles = Set(
      collector.findings.filter { $0.kind.severity == .error }.compactMap { $0.place?.file.path })
    let checks = all + (extent == .loading ? [] : exact) + (extent == .strict ? onlyStrict : [])
    for check in checks { check.run(input, collector: collector) }
  }

  /// The codes of what is not looked for: that they are missing among the findings says nothing.
  package static func notLookedFor(_ extent: Extent) -> Set<String> {
    let kinds: [FindingKind] =
      switch extent {
      case .loading: FindingKind.analysisKinds + FindingKind.strictKinds
      case .usual: FindingKind.strictKinds
      case .strict: []
      }
    return Set(kinds.map(\.code))
  }
}
