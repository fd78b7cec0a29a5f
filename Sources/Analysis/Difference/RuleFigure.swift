import PolicyModel
import Settlement
import Values

/// One figure or name that holds in a situation, as text: what decides about claims later in the year as well.
package struct RuleFigure: Hashable, Sendable {
  /// What it is, by the names of the rule file: `pool.caps.统筹年度`.
  package let path: String
  package let text: String

  /// All of a situation's, in the order of the layers.
  package static func all(of function: PlanFunction) -> [RuleFigure] {
    let situation = function.situation
    let policy = situation.policy
    var figures: [RuleFigure] = []
    func add(_ path: String, _ text: String) { figures.append(RuleFigure(path: path, text: text)) }
    add("merges", situation.plan.plan.merging.map { "\($0)" } ?? "—")
    let counting = situation.plan.occurrences
    let level = situation.facts[.hospitalLevel]
    let byLevel = [counting.byParentLevel, counting.byFinestClass].map { $0.indices.contains(level) ? $0[level] : -1 }
    add("occurrence_account", ([counting.all] + byLevel).map { policy.text(ofAccount: $0) }.joined(separator: ", "))
    for result in function.layers {
      let layer = situation.plan.layers[result.layer]
      let id = layer.layer.id
      add("\(id).fund", layer.layer.fund.rawValue)
      add("\(id).pays_from", situation.plan.text(of: layer.base))
      if let deductible = layer.deductible {
        let accounts = [deductible.account, deductible.highest].map { policy.text(ofAccount: $0, situation.facts) }
        add("\(id).deductible.account", accounts.joined(separator: ", "))
        add("\(id).deductible.counted_within", deductible.counting.rawValue)
        add(
          "\(id).deductible.ceiling", policy.text(ofAccount: deductible.ceiling == nil ? -1 : deductible.ceilingAccount)
        )
      }
      add("\(id).ratio.axis", "\(layer.ratio.axis.rawValue) \(layer.ratio.isSlab ? "slab" : "marginal")")
      add("\(id).ratio.account", policy.text(ofAccount: layer.ratio.account, situation.facts))
      for (cap, room) in zip(layer.caps, result.room) {
        add(
          "\(id).caps.\(cap.cap.id)",
          "\(room?.constantValue?.wholeFenBelow?.description ?? "—") \(cap.measure.rawValue) \(cap.cap.period.name) "
            + policy.text(ofAccount: cap.account, situation.facts))
      }
      if let cumulative = layer.cumulative {
        add(
          "\(id).cumulative",
          "\(policy.text(ofAccount: cumulative.account)), \(policy.text(ofAccount: cumulative.paidAccount))")
      }
    }
    return figures
  }
}

extension CompiledPolicy {
  /// Name, what is kept, and for how long; `—` for none.
  fileprivate func text(ofAccount index: Int) -> String {
    guard accounts.indices.contains(index) else { return "—" }
    let account = accounts[index]
    return "\(account.name) (\(account.measure.rawValue), \(account.period.name))"
  }

  fileprivate func text(ofAccount selector: AccountSelector, _ facts: Facts) -> String {
    text(ofAccount: selector.account(for: facts))
  }
}

extension CompiledPlan {
  fileprivate func text(of base: CompiledLayer.Base) -> String {
    func name(_ layer: Int) -> String { layer < 0 ? "" : "\(layers[layer].layer.id)." }
    switch base {
    case .inScope: return "in_scope"
    case .overCap(let layer): return "\(name(layer))over_cap"
    case .causes(let list): return list.map { "\(name($0.layer))\($0.cause.rawValue)" }.joined(separator: ", ")
    }
  }
}
