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
  /// The rules of every region on each stretch of days on which they stay the same.
  let slices: [Slice]
  /// Paths of files that could not be read whole: what seems wrong with their rules may be for it.
  fileprivate(set) var incompleteFiles: Set<String> = []
  /// Which cases of tables the compiled rules can meet.
  let meetings = CaseMeetings()
  /// Rules that were compiled for one check, for the next.
  private var compiled: [RegionCode: [(day: CivilDate, result: CompilationResult)]] = [:]

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

  /// The rules of a region on a day, compiled, with what was found; nil when they cannot be put together.
  func compilation(of region: RegionCode, on day: CivilDate) -> CompilationResult? {
    if let known = compiled[region]?.first(where: { $0.day == day }) { return known.result }
    guard let policy = versions.policy(of: region, on: day) else { return nil }
    let collector = FindingCollector()
    let rules = PolicyCompiler.compile(policy, collector: collector, meetings: meetings)
    let result = CompilationResult(rules: rules, findings: collector.findings)
    compiled[region, default: []].append((day, result))
    return result
  }

  /// The rules of a region on a day, when they were read whole and have no error.
  func rules(of region: RegionCode, on day: CivilDate) -> CompiledPolicy? {
    guard let result = compilation(of: region, on: day), !result.findings.hasErrors else { return nil }
    let files = result.rules.policy.lineage.flatMap { [$0.file] + $0.basedOn }
    return files.contains { incompleteFiles.contains($0.path) } ? nil : result.rules
  }

  /// All versions, by region and date.
  var all: [RegionVersion] { versions.regions.flatMap { versions.versions[$0] ?? [] } }
}

/// Rules, and what compiling them found.
struct CompilationResult {
  let rules: CompiledPolicy
  let findings: [Finding]
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
