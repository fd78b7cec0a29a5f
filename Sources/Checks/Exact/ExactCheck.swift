import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// One question asked of every claim there can be. A new one is one file and one line in ``ExactChecks/all``.
///
/// It sees each plan as it is used in each region and stretch of days, and reports when it has seen all.
protocol ExactCheck {
  init()
  mutating func look(at plan: AnalysedPlan)
  func report(to collector: FindingCollector)
}

/// Everything that needs the exact functions of the plans.
enum ExactChecks: PolicyCheck {
  static var all: [any ExactCheck.Type] {
    [UnanalysedCheck.self, MonotonyCheck.self, LifeCheck.self, LevelOrderCheck.self, EffectiveReductionCheck.self]
  }

  static func run(_ input: CheckInput, collector: FindingCollector) {
    var checks = all.map { $0.init() }
    var seen: Set<[PlacedPart]> = []
    let byRegion = Dictionary(grouping: input.sound, by: \.region)
    // Heirs before those they inherit from: nobody is insured in a province that only sets rules for others.
    for slice in input.versions.regions.reversed().flatMap({ byRegion[$0] ?? [] }) {
      for index in slice.compiled.plans.indices
      where seen.insert(PlacedPart.parts(of: index, in: slice.compiled)).inserted {
        let plan = AnalysedPlan(slice.compiled, plan: index, days: slice.days, catalogue: input.catalogue)
        for check in checks.indices { checks[check].look(at: plan) }
      }
    }
    let found = FindingCollector()
    for check in checks { check.report(to: found) }
    collector.add(found.findings.withoutRepetitions())
  }
}

/// Where something that a plan's results depend on is written: a plan that many regions inherit is worked out once.
private struct PlacedPart: Hashable {
  let path: String
  let line: Int
  let column: Int

  private init(_ place: Place) {
    path = place.file.path
    line = place.start.line
    column = place.start.column
  }

  private init(wholeOf file: SourceFile) {
    path = file.path
    line = 0
    column = 0
  }

  static func parts(of plan: Int, in policy: CompiledPolicy) -> [PlacedPart] {
    let resolved = policy.policy
    var places = [resolved.plans[plan].place]
    places += resolved.plans[plan].layers.map(\.place)
    places += resolved.nonLocal.map { [$0.place] } ?? []
    places += resolved.guardrails.map(\.place)
    places += resolved.lineage.flatMap { version in version.classes.map(\.place) + version.attributes.map(\.place) }
    places += resolved.refusals.map(\.place)
    places += resolved.space.diseases.map { [$0.place] } ?? []
    // What is written as changes keeps the places of what it changes.
    let changed = resolved.lineage.filter { !$0.basedOn.isEmpty }
    let rounding = resolved.lineage.first { $0.rounding != nil }
    return places.map(PlacedPart.init) + (changed + (rounding.map { [$0] } ?? [])).map { PlacedPart(wholeOf: $0.file) }
  }
}
