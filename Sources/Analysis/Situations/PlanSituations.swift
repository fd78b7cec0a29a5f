import PolicyModel
import Settlement
import Values

/// The situations of one plan, each set of equal rules once.
package struct PlanSituations: Sendable {
  package let grid: SituationGrid
  /// Those that a claim of this plan can be in, no two under equal rules.
  package private(set) var distinct: [Situation] = []
  /// By combination of the grid, the index in `distinct`; nil where no claim of this plan settles.
  package private(set) var byCombination: [Int?] = []

  package init(_ policy: CompiledPolicy, _ plan: CompiledPlan) {
    grid = SituationGrid(policy, plan)
    guard !grid.isTooLarge else { return }
    let deciding = plan.deciding
    var known: [[Int32]: Int] = [:]
    for combination in 0..<grid.count {
      guard let (facts, ordinal) = grid.facts(at: grid.coordinates(of: combination)),
        let situation = try? Situation(policy, facts, ordinal: ordinal), situation.plan === plan
      else {
        byCombination.append(nil)
        continue
      }
      let key = situation.key(by: deciding)
      if known[key] == nil {
        known[key] = distinct.count
        distinct.append(situation)
      }
      byCombination.append(known[key])
    }
  }
}
