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

  init(_ policy: CompiledPolicy, plan index: Int, days: DateInterval, catalogue: Catalogue) {
    self.policy = policy
    self.days = days
    self.catalogue = catalogue
    self.index = index
    situations = PlanSituations(policy, policy.plans[index])
    functions = situations.distinct.map { situation in try? PlanFunction(situation) }
  }

  var plan: CompiledPlan { policy.plans[index] }

  /// A claim in a situation, as one line of JSON; none when no claim can be in it.
  func witness(_ situation: Situation, inScope: Fen, id: String = "witness") -> [String] {
    let writer = ClaimWriter(policy: policy, catalogue: catalogue)
    guard let day = writer.day(in: days, afterDays: Int(situation.facts.days)),
      let line = try? writer.claim(
        for: situation.facts(inScope: inScope), on: day, plan: index, ordinal: situation.ordinal, id: id)
    else { return [] }
    return [line]
  }

  /// What the plan pays for an amount, to the fen.
  func paid(_ situation: Situation, inScope: Fen) -> Fen? {
    guard let payments = try? PlanFunction.payments(situation, inScope: inScope) else { return nil }
    return Fen(payments.reduce(0) { $0 + $1.count })
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

  /// The arguments every finding about a situation has.
  func arguments(_ situation: Situation, _ more: [String: String] = [:]) -> [String: String] {
    more.merging(
      [
        "plan": plan.plan.title, "situation_zh": words(for: situation, chinese: true),
        "situation": words(for: situation, chinese: false),
      ]) { own, _ in own }
  }
}
