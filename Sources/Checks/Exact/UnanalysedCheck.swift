import Analysis
import Findings
import PolicyModel
import Settlement

/// What cannot be worked out for every claim is said, so that silence means that nothing is wrong.
struct UnanalysedCheck: ExactCheck {
  private var findings: [Finding] = []

  mutating func look(at plan: AnalysedPlan) {
    let missing = plan.functions.count { $0 == nil }
    guard plan.situations.grid.isTooLarge || missing > 0 else { return }
    findings.append(
      Finding(
        .planNotAnalysed, at: plan.plan.plan.place,
        ["plan": plan.plan.plan.title, "missing": plan.situations.grid.isTooLarge ? "…" : "\(missing)"]))
  }

  func report(to collector: FindingCollector) { collector.add(findings) }
}
