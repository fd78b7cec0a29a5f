import PolicyModel
import Settlement
import Values

/// One figure or name that holds in a situation: what decides about claims later in the year, with parts out of scope,
/// or of long stays as well, which the functions of a first claim do not show.
package struct RuleFigure: Hashable, Sendable {
  /// The keys of the rule file that lead to it: `pool.caps.统筹年度`.
  package let name: RuleText
  package let text: RuleText
  /// Id of its layer; nil for what the whole benefit says.
  package let layer: String?

  package var path: String { name.english }

  /// All of a situation's, in the order of the layers: with equal ones every claim is settled alike.
  ///
  /// - Throws: ``AnalysisFailure`` when the numbers grow too large.
  package static func all(of function: PlanFunction) throws(AnalysisFailure) -> [RuleFigure] {
    do {
      var figures = ofPlan(function)
      for result in function.layers {
        var layer = LayerFigures(function.situation, result.layer)
        figures += try layer.all()
      }
      return figures
    } catch let failure as AnalysisFailure {
      throw failure
    } catch {
      throw .overflow
    }
  }

  private static func ofPlan(_ function: PlanFunction) -> [RuleFigure] {
    let situation = function.situation
    let plan = situation.plan
    let figures: [(String, String, RuleText?)] = [
      ("asks_for", "要知道", needs(of: plan)),
      ("merges", "合并", plan.plan.merging.map(RuleText.word)),
      ("occurrence_account", "次数账户", occurrences(in: situation)),
      ("non_local.first_self_pay", "异地就医.先行自付", firstSelfPay(in: situation)),
      ("non_local.minimum", "异地就医.保底", minimum(in: function)),
    ]
    return figures.compactMap { english, chinese, text in
      text.map { RuleFigure(name: RuleText(english, chinese), text: $0, layer: nil) }
    }
  }

  /// Facts that a claim may lack, and is then not settled.
  private static func needs(of plan: CompiledPlan) -> RuleText? {
    let isTold: Set<Dimension> = [.insurance, .visit, .person, .standing, .distance, .channel]
    var needs = plan.needs.dimensions.filter { !isTold.contains($0) }.map { RuleText($0.name, $0.chinese) }
    if plan.needs.days { needs.append(RuleText("days", "住院天数")) }
    if plan.needs.diseases { needs.append(RuleText("diseases", "全部病种")) }
    return needs.isEmpty ? nil : .list(needs)
  }

  private static func occurrences(in situation: Situation) -> RuleText? {
    let counting = situation.plan.occurrences
    let level = situation.facts[.hospitalLevel]
    let byLevel = [counting.byParentLevel, counting.byFinestClass].map { $0.indices.contains(level) ? $0[level] : -1 }
    let accounts = ([counting.all] + byLevel).compactMap { RuleText.account($0, of: situation.policy) }
    return accounts.isEmpty ? nil : .list(accounts)
  }

  /// Nil when the first layer on in-scope amounts is not reached, so that nobody owes it.
  private static func firstSelfPay(in situation: Situation) -> RuleText? {
    guard let share = situation.change?.firstSelfPay,
      let first = situation.plan.layers.first(where: { $0.takesInScope && $0.applies.hold(for: situation.facts) }),
      first.isReached
    else { return nil }
    let moment =
      situation.policy.nonLocal?.takesSelfPayBeforeDeductible ?? false
      ? RuleText("before_deductible", "起付前") : RuleText("after_deductible", "起付后")
    return .list([.share(share.value), moment])
  }

  private static func minimum(in function: PlanFunction) -> RuleText? {
    let situation = function.situation
    guard let change = situation.change, let minimum = change.minimum,
      function.layers.contains(where: { situation.plan.layers[$0.layer].isReached })
    else { return nil }
    return .list([.share(minimum.value), .word(change.minimumBase)])
  }
}
