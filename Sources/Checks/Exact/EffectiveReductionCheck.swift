import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Values

/// At no expense does treatment elsewhere lower the share that is paid by more points than the levels above allow,
/// whatever it is lowered by: factors, another ratio, a first self-pay, the plan's own tables. Mere points are
/// ``GuardrailCheck``'s. Where the levels above say "about", only what lowers by more is looked for: who lowers the share
/// by less, by a factor or a first self-pay, has chosen a measure of its own.
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
    for situation in plan.situations.distinct where plan.mayLowerOtherwise(situation) {
      guard let (home, away) = EffectiveReductionCheck.functions(situation) else { continue }
      for guardrail in guardrails {
        guard let limit = guardrail.limit(for: situation),
          let allowed = try? Exact(limit.value).adding(Exact(guardrail.allowance)),
          // Points that are too many by themselves are told where they are written.
          situation.change?.hasMorePoints(than: allowed) != true,
          let reduction = try? ShareReduction.largest(from: home.total, to: away.total, enough: allowed)
        else { continue }
        let found = Worst(
          situation: situation, reduction: reduction, guardrail: guardrail, limit: limit,
          place: situation.change?.place ?? plan.placeOfRatio(home, away, at: reduction.at))
        let key = "\(guardrail.id) \(found.place.file.path) \(found.place.start)"
        if let known = worst[key], !found.isFurther(than: known) { continue }
        worst[key] = found
      }
    }
    return worst.values.compactMap { $0.finding(plan) }.map { .fault($0) }
  }

  /// What is paid for the same claim at home, and elsewhere; nil when there is none to compare with.
  private static func functions(_ situation: Situation) -> (home: PlanFunction, away: PlanFunction)? {
    // Nothing changed, the plan's own tables are all that may lower it: only what home is paid shows that.
    guard let home = situation.change == nil ? situation.atHome : situation.atHome ?? situation.unchanged,
      let away = situation.withoutOwnDeductible,
      let homeFunction = try? PlanFunction(home), let awayFunction = try? PlanFunction(away)
    else { return nil }
    return (homeFunction, awayFunction)
  }
}

extension AnalysedPlan {
  /// Whether anything but points may lower what is paid elsewhere.
  fileprivate func mayLowerOtherwise(_ situation: Situation) -> Bool {
    guard let change = situation.change else { return situation.isElsewhere && tellsPlacesApart }
    return !change.lowersByPointsOnly || tellsPlacesApart
  }

  /// Where the ratio is written of the layer that falls most.
  fileprivate func placeOfRatio(_ home: PlanFunction, _ away: PlanFunction, at expense: Fen) -> Place {
    var most: (lost: Exact, place: Place)?
    for layer in home.layers {
      let other = away.layers.first { $0.layer == layer.layer }?.payment ?? .constant(.zero)
      guard let lost = try? layer.payment.subtracting(other).value(at: Exact(expense)) else { continue }
      if let most, (try? most.lost.isLess(than: lost)) != true { continue }
      most = (lost, plan.layers[layer.layer].layer.ratio.place)
    }
    return most?.place ?? plan.plan.place
  }
}

extension CompiledChange {
  fileprivate func hasMorePoints(than allowed: Exact) -> Bool {
    points.map { points in (try? allowed.isLess(than: points)) ?? false } ?? false
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
        ClaimOutset(situation),
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
    table.leaf(in: situation.policy.space) { situation.facts[$0] } ?? nil
  }
}
