import PolicyModel
import Settlement
import Values

/// The figures of one layer in one situation, as they are once the adjustments and the standing have changed them.
struct LayerFigures {
  let situation: Situation
  let index: Int
  /// Works out amounts that no claim changes.
  var algebra: PlanAlgebra<Exact>

  init(_ situation: Situation, _ index: Int) {
    self.situation = situation
    self.index = index
    let nothing = ClaimQuantities(total: Exact.zero, firstSelfPay: .zero, inScope: .zero)
    algebra = PlanAlgebra(situation, nothing, accounts: situation.emptyYear.map { Exact($0) })
    algebra.lookUp.treatAsLevel()
  }

  var policy: CompiledPolicy { situation.policy }
  var layer: CompiledLayer { situation.plan.layers[index] }
  var facts: Facts { algebra.lookUp.facts }

  mutating func all() throws -> [RuleFigure] {
    let own = [
      figure("fund", "基金", .word(layer.layer.fund)), figure("pays_from", "支付范围", base),
      figure("cumulative", "年度累计", cumulative),
    ]
    return own.compactMap { $0 } + (try deductible()) + (try ratio()) + (try caps())
  }

  /// Nil when nothing is said.
  func figure(_ english: String, _ chinese: String, _ text: RuleText?) -> RuleFigure? {
    let id = layer.layer.id
    return text.map {
      RuleFigure(name: RuleText("\(id).\(english)", "\(id).\(chinese)"), text: $0, layer: id)
    }
  }

  func account(_ selector: AccountSelector) -> RuleText? { .account(selector.account(for: facts), of: policy) }

  private var base: RuleText {
    func name(_ layer: Int) -> RuleText { RuleText(layer < 0 ? "" : "\(situation.plan.layers[layer].layer.id).") }
    return switch layer.base {
    case .inScope: RuleText("in_scope", "政策范围内费用")
    case .overCap(let layer): name(layer) + .word(Cause.overCap)
    case .causes(let list): .list(list.map { name($0.layer) + .word($0.cause) })
    }
  }

  private var cumulative: RuleText? {
    guard let cumulative = layer.cumulative else { return nil }
    return .list(
      [cumulative.account, cumulative.paidAccount].compactMap { RuleText.account($0, of: policy) })
  }
}
