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
    let found = FindingCollector()
    for slice in input.slices {
      guard let rules = slice.policy.nonLocal else { continue }
      for guardrail in slice.policy.guardrails { compare(rules, with: guardrail, slice.policy.space, found) }
    }
    collector.add(found.findings.withoutRepetitions())
  }

  private static func compare(
    _ rules: NonLocalRules, with guardrail: Guardrail, _ space: DimensionSpace, _ collector: FindingCollector
  ) {
    for row in rules.table.rows {
      guard case .change(let change) = row.leaf, case .lowerBy(let points)? = change.ratio else { continue }
      for limitRow in guardrail.table.rows {
        guard let limit = limitRow.leaf, rules.table.canMeet(row.keys, guardrail.table, limitRow.keys, in: space) else {
          continue
        }
        report(points, limit.value, guardrail, collector)
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
