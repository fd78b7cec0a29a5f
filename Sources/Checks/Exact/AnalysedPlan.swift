import Analysis
import Claims
import Findings
import PolicyModel
import Settlement
import Values

/// A plan in force on some days, worked out in every situation that its rules tell apart.
struct AnalysedPlan {
  let policy: CompiledPolicy
  let days: DateInterval
  let catalogue: Catalogue
  /// Index of the plan in the policy.
  let index: Int
  let situations: PlanSituations
  /// For each distinct situation; nil where exact numbers grow too large or rules cannot be worked out.
  let functions: [PlanFunction?]
  /// For each distinct situation what accounts hold where a column begins that goes on from claim to claim.
  let columnStarts: [[[Int64]]]
  /// Whether figures of its own differ between home and elsewhere.
  let tellsPlacesApart: Bool

  init(_ policy: CompiledPolicy, plan index: Int, days: DateInterval, catalogue: Catalogue) {
    self.policy = policy
    self.days = days
    self.catalogue = catalogue
    self.index = index
    situations = PlanSituations(policy, policy.plans[index])
    functions = situations.distinct.map { situation in try? PlanFunction(situation) }
    columnStarts = situations.distinct.map(situations.columnStarts)
    tellsPlacesApart = policy.plans[index].tellsPlacesApart
  }

  var plan: CompiledPlan { policy.plans[index] }

  /// A claim in a situation, as one line of JSON; none when no claim can be in it.
  func witness(_ situation: Situation, inScope: Fen) -> [String] {
    witness(ClaimOutset(situation), of: inScope, id: "witness")
  }

  /// A claim of some amount as one line of JSON; none when no claim can be so.
  func witness(_ outset: ClaimOutset, of amount: Fen, id: String) -> [String] {
    let writer = ClaimWriter(policy: policy, catalogue: catalogue)
    guard let day = writer.day(in: days, afterDays: Int(outset.situation.facts.days)),
      let facts = try? outset.mix.facts(outset.situation, of: amount),
      let line = try? writer.claim(
        for: facts, on: day, plan: index, accounts: outset.balances, ordinal: outset.situation.ordinal, id: id)
    else { return [] }
    return [line]
  }

  /// What the plan pays for an amount, to the fen.
  func paid(_ outset: ClaimOutset, _ amount: Fen) -> Fen? {
    guard
      let payments = try? PlanFunction.payments(
        outset.situation, inScope: amount, accounts: outset.accounts, of: outset.mix)
    else { return nil }
    return Fen(payments.reduce(0) { $0 + $1.count })
  }

  /// From where a claim sets out, for people: the situation, and what is in the accounts or out of scope.
  func words(for outset: ClaimOutset, chinese: Bool) -> String {
    var words = [words(for: outset.situation, chinese: chinese)]
    for (name, held) in outset.balances.sorted(by: { $0.key < $1.key }) {
      words.append(chinese ? "账户 \(name) 已有 \(Fen(held)) 元" : "account \(name) at \(Fen(held))")
    }
    if outset.mix == .firstSelfPay { words.append(chinese ? "全是乙类先行自付" : "all of it first self-pay") }
    return words.joined(separator: chinese ? "、" : ", ")
  }

  /// In which situation, for people: `职工、住院、三级、异地转诊`.
  func words(for situation: Situation, chinese: Bool) -> String {
    var words: [String] = []
    for axis in situations.grid.axes {
      if axis.dimension == .occurrence {
        if situation.ordinal > 1 { words.append(chinese ? "第\(situation.ordinal)次" : "stay \(situation.ordinal)") }
        continue
      }
      let value = situation.facts[axis.dimension]
      guard value >= 0 else { continue }
      if axis.dimension.isNumeric {
        words.append("\(chinese ? axis.dimension.chinese : axis.dimension.name) \(value)")
      } else {
        let ids = policy.space.values(of: axis.dimension)
        words.append(policy.space.title(of: ids[value], in: axis.dimension, chinese: chinese))
      }
    }
    return words.joined(separator: chinese ? "、" : ", ")
  }

  /// The arguments every finding about a claim has.
  func arguments(_ outset: ClaimOutset, _ more: [String: String] = [:]) -> [String: String] {
    more.merging(
      [
        "plan": plan.plan.title, "situation_zh": words(for: outset, chinese: true),
        "situation": words(for: outset, chinese: false),
      ]) { own, _ in own }
  }
}

extension PlanSituations {
  /// None for the first of the stays that the rules tell apart: no claim came before it.
  fileprivate func columnStarts(of situation: Situation) -> [[Int64]] {
    let countsStays = grid.axes.contains { $0.dimension == .occurrence }
    return countsStays && situation.ordinal == 1 ? [] : situation.columnStarts
  }
}
