import Analysis
import Findings
import PolicyModel
import Settlement
import Values

/// More expense never pays less, never more than the expense grew by, and never jumps: in an empty year, and from where
/// a column of the year begins. So for what is out of scope, where a plan pays from that.
enum MonotonyCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    var found: [Observation] = []
    var reported: Set<String> = []
    for (outset, function) in functions(of: plan) {
      guard let faults = try? FunctionFault.all(of: function.total) else { continue }
      for fault in faults {
        guard let finding = MonotonyCheck.finding(fault, function, outset, plan),
          reported.insert(finding.kind.code + MonotonyCheck.text(finding.place)).inserted
        else { continue }
        found.append(.fault(finding))
      }
    }
    return found
  }

  /// Those of empty years first: of several claims that show a fault, the simplest is told.
  private static func functions(of plan: AnalysedPlan) -> [(ClaimOutset, PlanFunction)] {
    let distinct = plan.situations.distinct
    var functions = zip(distinct, plan.functions).compactMap { situation, function in
      function.map { (ClaimOutset(situation), $0) }
    }
    var others = zip(distinct, plan.columnStarts).flatMap { situation, starts in
      starts.map { ClaimOutset(situation, accounts: $0) }
    }
    if plan.plan.goesByOutOfScope { others += distinct.map { ClaimOutset($0, of: .firstSelfPay) } }
    functions += others.compactMap { outset in outset.function.map { (outset, $0) } }
    return functions
  }

  private static func text(_ place: Place?) -> String { place.map { "\($0.file.path) \($0.start)" } ?? "" }

  /// Nil when no claim in whole fen shows it.
  private static func finding(
    _ fault: FunctionFault, _ function: PlanFunction, _ outset: ClaimOutset, _ plan: AnalysedPlan
  ) -> Finding? {
    guard let before = plan.paid(outset, fault.from), let after = plan.paid(outset, fault.to) else { return nil }
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
        outset,
        [
          "from": fault.from.description, "to": fault.to.description, "before": before.description,
          "after": after.description,
        ]),
      witnesses: plan.witness(outset, of: fault.from, id: "witness-1")
        + plan.witness(outset, of: fault.to, id: "witness-2"))
  }
}
