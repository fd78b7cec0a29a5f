import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// More expense never pays less, never more than the expense grew by, and never jumps.
enum MonotonyCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    var found: [Observation] = []
    var reported: Set<String> = []
    for case let function? in plan.functions {
      guard let faults = try? FunctionFault.all(of: function.total) else { continue }
      for fault in faults {
        guard let finding = MonotonyCheck.finding(fault, function, plan),
          reported.insert(finding.kind.code + MonotonyCheck.text(finding.place)).inserted
        else { continue }
        found.append(.fault(finding))
      }
    }
    return found
  }

  private static func text(_ place: Place?) -> String { place.map { "\($0.file.path) \($0.start)" } ?? "" }

  /// Nil when no claim in whole fen shows it.
  private static func finding(_ fault: FunctionFault, _ function: PlanFunction, _ plan: AnalysedPlan) -> Finding? {
    let situation = function.situation
    guard let before = plan.paid(situation, inScope: fault.from), let after = plan.paid(situation, inScope: fault.to)
    else { return nil }
    let grown = fault.to.count - fault.from.count
    let kind: FindingKind
    switch fault.kind {
    case .falls where after < before: kind = .paidFalls
    case .jumps where after.count - before.count > grown + 1: kind = .paidJumps
    case .steep where after.count - before.count > grown + 1: kind = .paidTooSteep
    default: return nil
    }
    let layer = fault.layer(of: function)
    return Finding(
      kind, at: layer.map { plan.plan.layers[$0].layer.ratio.place } ?? plan.plan.plan.place,
      plan.arguments(
        situation,
        [
          "from": fault.from.description, "to": fault.to.description, "before": before.description,
          "after": after.description,
        ]),
      witnesses: plan.witness(situation, inScope: fault.from, id: "witness-1")
        + plan.witness(situation, inScope: fault.to, id: "witness-2"))
  }
}
