import Cores
import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// One question asked of every claim there can be. A new one is one file and one line in ``ExactChecks/all``.
protocol ExactCheck {
  /// Of a plan as it is used in one region on some stretch of days.
  static func look(at plan: AnalysedPlan) -> [Observation]
}

/// What is seen of one plan.
enum Observation: Sendable {
  case fault(Finding)
  /// A part that several plans may have: at fault when it is alive in none of them.
  case part(PlanPart, isAlive: Bool, orElse: Finding)
}

/// Everything that needs the exact functions of the plans.
enum ExactChecks: PolicyCheck {
  static var all: [any ExactCheck.Type] {
    [UnanalysedCheck.self, MonotonyCheck.self, LifeCheck.self, LevelOrderCheck.self, EffectiveReductionCheck.self]
  }

  static func run(_ input: CheckInput, collector: FindingCollector) {
    let catalogue = input.catalogue
    let observations = Cores.map(distinctPlans(input)) { slice, index in
      let plan = AnalysedPlan(slice.compiled, plan: index, days: slice.days, catalogue: catalogue)
      return all.flatMap { $0.look(at: plan) }
    }
    collector.add(findings(observations.joined()).withoutRepetitions())
  }

  private static func distinctPlans(_ input: CheckInput) -> [(slice: CheckInput.Slice, index: Int)] {
    var plans: [(CheckInput.Slice, Int)] = []
    var seen: Set<[PlacedPart]> = []
    let byRegion = Dictionary(grouping: input.sound, by: \.region)
    // Heirs before those they inherit from: nobody is insured in a province that only sets rules for others.
    for slice in input.versions.regions.reversed().flatMap({ byRegion[$0] ?? [] }) {
      for index in slice.compiled.plans.indices
      where seen.insert(PlacedPart.parts(of: index, in: slice.compiled)).inserted {
        plans.append((slice, index))
      }
    }
    return plans
  }

  private static func findings(_ observations: some Sequence<Observation>) -> [Finding] {
    var findings: [Finding] = []
    var dead: [PlanPart: Finding] = [:]
    var alive: Set<PlanPart> = []
    for observation in observations {
      switch observation {
      case .fault(let finding): findings.append(finding)
      case .part(let part, isAlive: true, _): alive.insert(part)
      case .part(let part, isAlive: false, let finding): if dead[part] == nil { dead[part] = finding }
      }
    }
    return findings + dead.filter { !alive.contains($0.key) }.map(\.value)
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
