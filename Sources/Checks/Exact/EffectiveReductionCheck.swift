import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Values

/// At no expense does treatment elsewhere lower the share that is paid by more points than the levels above allow,
/// whatever it is lowered by: factors, another ratio, a first self-pay. Mere points are ``GuardrailCheck``'s.
///
/// Where the plan is for treatment elsewhere only, its own figures take the place of those at home.
///
/// The share is of the in-scope amount. A deductible of its own, and the level that a hospital elsewhere counts as, are no
/// reduction of the ratio and are the same on both sides.
enum EffectiveReductionCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    let guardrails = plan.policy.policy.guardrails
    guard !guardrails.isEmpty else { return [] }
    var worst: [String: Worst] = [:]
    for situation in plan.situations.distinct {
      guard let change = situation.change, !change.lowersByPointsOnly,
        let (home, away) = EffectiveReductionCheck.functions(situation)
      else { continue }
      for guardrail in guardrails {
        guard let limit = guardrail.limit(for: situation),
          let allowed = try? Exact(limit.value).adding(Exact(guardrail.allowance)),
          let reduction = try? ShareReduction.largest(from: home.total, to: away.total, enough: allowed)
        else { continue }
        let found = Worst(
          situation: situation, reduction: reduction, guardrail: guardrail, limit: limit, place: change.place)
        let key = "\(guardrail.id) \(change.place.file.path) \(change.place.start)"
        if let known = worst[key], !found.isFurther(than: known) { continue }
        worst[key] = found
      }
    }
    return worst.values.compactMap { $0.finding(plan) }.map { .fault($0) }
  }

  /// What is paid for the same claim at home, and elsewhere; nil when there is none to compare with.
  private static func functions(_ situation: Situation) -> (home: PlanFunction, away: PlanFunction)? {
    guard let home = situation.atHome ?? situation.unchanged, let away = situation.withoutOwnDeductible,
      let homeFunction = try? PlanFunction(home), let awayFunction = try? PlanFunction(away)
    else { return nil }
    return (homeFunction, awayFunction)
  }
}

private struct Worst {
  let situation: Situation
  let reduction: ShareReduction
  let guardrail: Guardrail
  let limit: Figure<Ratio>
  let place: Place

  /// How far beyond the limit, with "about" beyond its tolerance.
  private var excess: Exact {
    (try? reduction.points.subtracting(Exact(limit.value)).subtracting(Exact(guardrail.allowance))) ?? .zero
  }

  func isFurther(than other: Worst) -> Bool { (try? other.excess.isLess(than: excess)) ?? false }

  func finding(_ plan: AnalysedPlan) -> Finding? {
    guard excess.numerator > 0 else { return nil }
    return Finding(
      guardrail.strictness == .atMost ? .reductionBeyondGuardrail : .reductionNotAboutGuardrail, at: place,
      related: limit.place,
      plan.arguments(
        situation,
        [
          "found": Percent.number(reduction.points), "limit": limit.value.percentText, "guardrail": guardrail.id,
          "expense": reduction.at.description,
        ]),
      witnesses: plan.witness(situation, inScope: reduction.at))
  }
}

extension Guardrail {
  /// How far beyond its limit it still allows.
  fileprivate var allowance: Ratio { strictness == .about ? tolerance ?? .zero : .zero }

  /// What it allows in a situation; nil when it sets no limit there.
  fileprivate func limit(for situation: Situation) -> Figure<Ratio>? {
    let space = situation.policy.space
    let row = table.rows.first { row in
      zip(table.dimensions, row.keys).allSatisfy { dimension, key in
        let value = situation.facts[dimension]
        switch key {
        case .any: return true
        case .ranges: return key.contains(value)
        case .values(let ids):
          let values = space.values(of: dimension)
          guard values.indices.contains(value) else { return false }
          return !Set(space.lineage(of: values[value], in: dimension)).isDisjoint(with: ids)
        }
      }
    }
    return row?.leaf
  }
}
