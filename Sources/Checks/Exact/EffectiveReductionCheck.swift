import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Values

/// At no expense does treatment elsewhere lower the share that is paid by more points than the levels above allow,
/// whatever it is lowered by: factors, another ratio, a first self-pay, the plan's own tables. Mere points are
/// ``GuardrailCheck``'s. Where the levels above say "about", a reduction may not stay far below it either.
///
/// Where the plan is for treatment elsewhere only, its own figures take the place of those at home.
///
/// The share is of the in-scope amount. A deductible of its own, and the level that a hospital elsewhere counts as, are no
/// reduction of the ratio and are the same on both sides.
enum EffectiveReductionCheck: ExactCheck {
  static func look(at plan: AnalysedPlan) -> [Observation] {
    let guardrails = plan.policy.policy.guardrails
    guard !guardrails.isEmpty else { return [] }
    var largest: [LimitedReduction.Key: LimitedReduction] = [:]
    for situation in plan.situations.distinct where plan.mayLowerOtherwise(situation) {
      guard let (home, away) = EffectiveReductionCheck.functions(situation) else { continue }
      for guardrail in guardrails {
        guard let limit = guardrail.limit(for: situation),
          let allowed = try? Exact(limit.value).adding(Exact(guardrail.allowance)),
          let reduction = try? ShareReduction.largest(from: home.total, to: away.total, enough: allowed)
        else { continue }
        let found = LimitedReduction(
          situation: situation, reduction: reduction, guardrail: guardrail, limit: limit,
          place: situation.change?.place ?? plan.placeOfRatio(home, away, at: reduction.at))
        if let known = largest[found.key], !known.isLess(than: found) { continue }
        largest[found.key] = found
      }
    }
    return worst(of: largest.values).compactMap { $0.finding(plan) }.map { .fault($0) }
  }

  /// For each place and guardrail the one that misses its limit most.
  private static func worst(of reductions: some Sequence<LimitedReduction>) -> some Sequence<LimitedReduction> {
    var worst: [LimitedReduction.Key: LimitedReduction] = [:]
    for found in reductions {
      if let known = worst[found.key.ofAnyLimit], !known.misses(lessThan: found) { continue }
      worst[found.key.ofAnyLimit] = found
    }
    return worst.values
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

/// The largest reduction there is, where a guardrail sets a limit.
private struct LimitedReduction {
  struct Key: Hashable {
    let guardrail: String
    let place: String
    let limit: String

    var ofAnyLimit: Key { Key(guardrail: guardrail, place: place, limit: "") }
  }

  let situation: Situation
  let reduction: ShareReduction
  let guardrail: Guardrail
  let limit: Figure<Ratio>
  let place: Place

  var key: Key {
    Key(guardrail: guardrail.id, place: LimitedReduction.text(place), limit: LimitedReduction.text(limit.place))
  }

  private static func text(_ place: Place) -> String { "\(place.file.path) \(place.start)" }

  func isLess(than other: LimitedReduction) -> Bool {
    (try? reduction.points.isLess(than: other.reduction.points)) ?? false
  }

  /// How far beyond the limit, or short of it where it is "about"; beyond the tolerance.
  private var miss: Exact {
    guard let beyond = try? reduction.points.subtracting(Exact(limit.value)) else { return .zero }
    // What lowers nothing is as at home, which no guardrail forbids.
    let isShort = beyond.isNegative && guardrail.strictness == .about && reduction.points.numerator > 0
    return (try? (isShort ? beyond.negated : beyond).subtracting(Exact(guardrail.allowance))) ?? .zero
  }

  func misses(lessThan other: LimitedReduction) -> Bool { (try? miss.isLess(than: other.miss)) ?? false }

  func finding(_ plan: AnalysedPlan) -> Finding? {
    guard miss.numerator > 0 else { return nil }
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
  /// How far from its limit it still allows.
  fileprivate var allowance: Ratio { strictness == .about ? tolerance ?? .zero : .zero }

  /// What it allows in a situation; nil when it sets no limit there.
  fileprivate func limit(for situation: Situation) -> Figure<Ratio>? {
    table.leaf(in: situation.policy.space) { situation.facts[$0] } ?? nil
  }
}
