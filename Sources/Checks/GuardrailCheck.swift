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
      for guardrail in slice.policy.guardrails { compare(rules, with: guardrail, found) }
    }
    collector.add(found.findings.withoutRepetitions())
  }

  private static func compare(_ rules: NonLocalRules, with guardrail: Guardrail, _ collector: FindingCollector) {
    for row in rules.table.rows {
      guard case .change(let change) = row.leaf, case .lowerBy(let points)? = change.ratio else { continue }
      for limitRow in guardrail.table.rows {
        guard let limit = limitRow.leaf,
          canMeet(row.keys, rules.table.dimensions, limitRow.keys, guardrail.table.dimensions)
        else { continue }
        report(points, limit.value, guardrail, collector)
      }
    }
  }

  /// Whether some claim falls under both rows: no dimension that both go by keeps them apart.
  private static func canMeet(
    _ first: [CaseKey], _ firstDimensions: [Dimension], _ second: [CaseKey], _ secondDimensions: [Dimension]
  ) -> Bool {
    zip(firstDimensions, first).allSatisfy { dimension, key in
      secondDimensions.firstIndex(of: dimension).map { second[$0].overlaps(key) } ?? true
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
