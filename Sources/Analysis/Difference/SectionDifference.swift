import Findings
import PolicyModel
import Settlement
import Values

/// Something beside the benefits that the rules say differently.
package struct SectionDifference: Hashable, Sendable {
  /// By the names of the rule file: `filing.scope`.
  package let path: String
  /// `—` where nothing is said.
  package let before: String
  package let after: String
}

extension PolicyComparison {
  /// Differences in the rest of the rules, in the order of a rule file.
  package func sections() -> [SectionDifference] {
    let earlier = PolicyComparison.parts(of: before.policy)
    let later = PolicyComparison.parts(of: after.policy)
    return earlier.map(\.path).compactMap { path in
      let before = earlier.first { $0.path == path }?.text ?? "—"
      let after = later.first { $0.path == path }?.text ?? "—"
      return before == after ? nil : SectionDifference(path: path, before: before, after: after)
    }
  }

  private static func parts(of policy: ResolvedPolicy) -> [(path: String, text: String)] {
    let filing = policy.filing?.rules
    let filed: [(String, Any?)] = [
      ("kinds", filing.map { kinds($0) }), ("ended_by", filing.map { ending($0.endedBy) }), ("scope", filing?.scope),
      ("chronic", filing?.chronic), ("stays", filing?.stays), ("late", filing?.late),
      ("emergency", filing?.emergency), ("trauma", filing?.trauma), ("back_home", filing?.backHome),
      ("catalogue", filing?.catalogue), ("direct_diseases", filing?.directDiseases),
      ("outside_examination", filing?.outsideExamination),
    ]
    let others: [(String, Any?)] = [
      ("stay_across_years", policy.stayAcrossYears), ("refunds", policy.refunds),
      ("benefit_year", policy.benefitYear.start), ("facts_as_of", policy.factsAsOf),
      ("rounding", policy.rounding), ("status", policy.status), ("guardrails", guardrails(policy)),
      ("not_known", policy.refusals.map { "\(conditions($0.applies)): \($0.reason)" }.sorted()),
    ]
    return (filed.map { ("filing.\($0.0)", $0.1) } + others).map { path, value in
      (path, value.map { MeaningText.of($0) } ?? "—")
    }
  }

  /// Whatever order they are written in.
  private static func conditions(_ conditions: Conditions) -> String {
    conditions.all.map { condition in
      let key =
        switch condition.key {
        case .any: "any"
        case .values(let ids): ids.sorted().joined(separator: "/")
        case .ranges(let ranges): MeaningText.of(ranges)
        }
      return "\(condition.dimension.name) \(key)"
    }.sorted().joined(separator: ", ")
  }

  private static func kinds(_ rules: FilingRules) -> [String] {
    rules.kinds.keys.sorted().map { name in "\(name): \(rules.kinds[name].map { MeaningText.of($0) } ?? "")" }
  }

  /// That it ends with something is said by the clause alone.
  private static func ending(_ ending: FilingRules.Ending) -> [String] {
    [
      ending.refiling.map { "refiling: \(MeaningText.of($0))" }, ending.employer.map { _ in "employer" },
      ending.insurance.map { _ in "insurance" },
    ].compactMap { $0 }
  }

  private static func guardrails(_ policy: ResolvedPolicy) -> [String] {
    policy.guardrails.map { guardrail in
      let rows = guardrail.table.rows.map { row in
        "\(row.keys.map { MeaningText.of($0) }.joined(separator: " ")): \(row.leaf.map { $0.value.description } ?? "—")"
      }
      return "\(guardrail.id): \(guardrail.strictness.rawValue) \(rows.sorted().joined(separator: ", "))"
    }.sorted()
  }
}
