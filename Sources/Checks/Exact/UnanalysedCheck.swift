import Analysis
import Findings
import PolicyModel
import Settlement

/// What cannot be worked out for every claim is said, so that silence means that nothing is wrong.
enum UnanalysedCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    let missing = plan.functions.count { $0 == nil }
    guard plan.situations.grid.isTooLarge || missing > 0 else { return [] }
    let finding = Finding(
      .planNotAnalysed, at: plan.plan.plan.place,
      ["plan": plan.plan.plan.title, "missing": plan.situations.grid.isTooLarge ? "…" : "\(missing)"])
    return [.fault(finding)]
  }
}
