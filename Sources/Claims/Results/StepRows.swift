import Findings
import Format
import PolicyModel
import Settlement
import Values

/// The steps of an evaluation in words.
struct StepRows {
  private typealias Row = Explanation.Row

  let settled: SettledClaim
  let language: Language

  var rows: [Explanation.Row] { stepsThatMatter.compactMap(row) }

  /// Layers that had nothing to pay from are left out.
  private var stepsThatMatter: [Step] {
    let empty = Set(
      settled.steps.compactMap { step in
        if case .layerBegins(let index, let base) = step, base == .zero { index } else { nil }
      })
    return settled.steps.filter { step in step.layer.map { !empty.contains($0) } ?? true }
  }

  private func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  private func clause(_ citation: Int32?) -> String? {
    citation.map { Explanation.clause(settled.rules.compiled.citations[Int($0)], language) }
  }

  private func layer(_ index: Int) -> Layer { settled.plan.layers[index].layer }

  private func row(_ step: Step) -> Row? {
    switch step {
    case .start(let inScope):
      return Row(layer: nil, text: say("符合政策范围金额", "in-scope amount"), amount: "\(inScope)", clause: nil)
    case .treatedAsLevel(let level, let citation):
      let space = settled.rules.compiled.space
      let title = space.title(
        of: space.values(of: .hospitalLevel)[level], in: .hospitalLevel, chinese: language == .chinese)
      return Row(layer: nil, text: say("视同\(title)", "treated as \(title)"), amount: nil, clause: clause(citation))
    case .firstSelfPay(let base, let ratio, let amount, let citation):
      return Row(
        layer: nil,
        text: say("异地先行自付 ", "non-local first self-pay ") + "\(Yuan.text(base)) × \(Percent.text(ratio))",
        amount: "\(amount)", clause: clause(citation))
    case .layerBegins(let index, let base):
      return Row(
        layer: layer(index).id, text: say("【\(layer(index).title)】的支付范围", "[\(layer(index).id)] pays from"),
        amount: Yuan.text(base), clause: nil)
    case .cumulative(let index, let before, let now, let paidBefore, let paidAfter):
      return Row(
        layer: layer(index).id,
        text: say(
          "年度累计 \(before) + 本次 \(now)：应付 \(Yuan.text(paidAfter)) − 已计 \(Yuan.text(paidBefore))",
          "year so far \(before) + now \(now): due \(Yuan.text(paidAfter)) − before \(Yuan.text(paidBefore))"),
        amount: nil, clause: nil)
    case .paid(let index, let exact, let paid):
      let isRounded = exact != Exact(paid)
      return Row(
        layer: layer(index).id,
        text: say("【\(layer(index).title)】支付", "[\(layer(index).id)] pays")
          + (isRounded ? say("（\(Yuan.text(exact)) 舍入）", " (\(Yuan.text(exact)) rounded)") : ""),
        amount: "\(paid)", clause: nil)
    default: return figureRow(step)
    }
  }

  private func figureRow(_ step: Step) -> Row? {
    switch step {
    case .deductible(let index, let standard, let charged, let ordinal, let citation):
      let times = ordinal.map { say("第 \($0) 次", " no. \($0)") } ?? ""
      return Row(
        layer: layer(index).id, text: say("起付标准\(times)（标准 \(standard)）", "deductible\(times) (standard \(standard))"),
        amount: Yuan.text(charged), clause: clause(citation))
    case .deductibleCarried(let index, let left, let charged, let found):
      return Row(
        layer: layer(index).id,
        text: say(
          "上年部分没有扣完的起付标准 \(Yuan.text(left))", "deductible left by the part of the year before, \(Yuan.text(left))"),
        amount: Yuan.text(charged), clause: found.map { Explanation.clause($0, language) })
    case .deductibleAdjusted(let index, let from, let to, let citation):
      return Row(
        layer: layer(index).id, text: say("起付标准调整 ", "deductible adjusted ") + "\(Yuan.text(from)) → \(Yuan.text(to))",
        amount: nil, clause: clause(citation))
    case .chargedAgain(let index, let times, let days, let every, let citation):
      return Row(
        layer: layer(index).id,
        text: say("住院 \(days) 天，每 \(every) 天收一次，共 \(times) 次", "\(days) days, charged every \(every): \(times) times"),
        amount: nil, clause: clause(citation))
    case .deductibleLimited(let index, let room, let citation):
      return Row(
        layer: layer(index).id, text: say("期间内还可收起付标准", "deductible left to charge in the period"), amount: "\(room)",
        clause: clause(citation))
    case .adjusted(let index, let from, let to, let citation):
      return ratioRow(index, say("比例调整", "ratio adjusted"), from, to, citation)
    case .standing(let index, let from, let to, let citation):
      return ratioRow(index, say("异地就医", "treatment elsewhere"), from, to, citation)
    case .column(let index, let from, let to, let ratio, let amount, let citation):
      return Row(
        layer: layer(index).id, text: "\(Yuan.text(from)) – \(Yuan.text(to)) × \(Percent.text(ratio))",
        amount: Yuan.text(amount), clause: clause(citation))
    case .cap(let index, let cap, let limit, let used, let citation):
      let title = layer(index).caps[cap].title
      return Row(
        layer: layer(index).id,
        text: say(
          "限额“\(title)” \(limit.map { "\($0)" } ?? "不封顶")，已用 \(used)",
          "cap \(title) \(limit.map { "\($0)" } ?? "unlimited"), used \(used)"),
        amount: nil,
        clause: clause(citation))
    case .minimum(let index, let base, let ratio, let amount, let citation):
      return Row(
        layer: layer(index).id, text: say("保底 ", "guaranteed minimum ") + "\(Yuan.text(base)) × \(Percent.text(ratio))",
        amount: Yuan.text(amount), clause: clause(citation))
    default: return nil
    }
  }

  private func ratioRow(_ index: Int, _ what: String, _ from: Exact, _ to: Exact, _ citation: Int32) -> Row {
    Row(
      layer: layer(index).id, text: "\(what) \(Percent.text(from)) → \(Percent.text(to))", amount: nil,
      clause: clause(citation))
  }
}
