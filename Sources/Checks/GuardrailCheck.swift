import Cores
import Findings
import PolicyModel
import PolicyReading
import Values

/// Points by which a region lowers its ratios stay within what the levels above allow.
///
/// Only reductions written as points are compared here; first self-pay and factors need the exact analysis of the
/// whole expense.
enum GuardrailCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    let found = Cores.map(input.slices) { slice in
      let found = FindingCollector()
      compare(slice.policy, found)
      return found.findings
    }
    collector.add(found.flatMap { $0 }.withoutRepetitions())
  }

  private static func compare(_ policy: ResolvedPolicy, _ collector: FindingCollector) {
    guard let table = policy.nonLocal?.table, !policy.guardrails.isEmpty else { return }
    let lowered = table.rows.enumerated().compactMap { index, row -> (row: Int, points: Figure<Ratio>)? in
      guard case .change(let change) = row.leaf, case .lowerBy(let points)? = change.ratio else { return nil }
      return (index, points)
    }
    if lowered.isEmpty { return }
    let rows = TableRows(table, in: policy.space)
    for guardrail in policy.guardrails {
      let limits = guardrail.table.rows.map(\.leaf)
      let limitRows = TableRows(guardrail.table, in: policy.space)
      for (row, points) in lowered {
        for (limitRow, limit) in limits.enumerated() {
          guard let limit, rows.canMeet(row, limitRows, limitRow) else { continue }
          report(points, limit.value, guardrail, collector)
        }
      }
    }
  }

  private static func report(
    _ points: Figure<Ratio>, _ limit: Ratio, _ guardrail: Guardrail, _ collector: FindingCollector
  ) {
    let arguments = [
      "found": points.value.percentText, "limit": limit.percentText, "guardrail": guardrail.id,
    ]
    switch guardrail.strictness {
    case .atMost:
      if points.value > limit {
        collector.report(.guardrailBroken, at: points.place, related: guardrail.place, arguments)
      }
    case .about:
      let distance = abs(points.value.millionths - limit.millionths)
      if distance > guardrail.tolerance?.millionths ?? 0 {
        collector.report(.guardrailAboutMissed, at: points.place, related: guardrail.place, arguments)
      }
    }
  }
}
