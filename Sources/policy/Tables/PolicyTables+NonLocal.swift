import Findings
import PolicyModel
import Values

/// What treatment elsewhere changes.
extension PolicyTableWriter {
  var nonLocal: String {
    guard let rules = policy.nonLocal else { return "" }
    var table = TextTable(
      columns: [.init(say("情形", "case")), .init(say("变化", "change")), .init(say("依据", "source"))], indentation: 2)
    for row in rules.table.rows {
      table.append([keys(rules.table.dimensions, row.keys)] + effect(row.leaf))
    }
    let visits = rules.visits.sorted().map { title($0, .visit) }.joined(separator: "、")
    let layers = rules.layers.keys.sorted().joined(separator: say("、", ", "))
    var reach = [say("影响：\(visits)", "reaches \(visits)")]
    if !layers.isEmpty { reach.append(say("支付层 \(layers)", "layers \(layers)")) }
    if takesSelfPay(rules) {
      reach.append(
        rules.selfPayTiming == .beforeDeductible
          ? say("先行自付在起付标准之前", "first self-pay before the deductible")
          : say("先行自付在起付标准之后", "first self-pay after the deductible"))
    }
    return say(
      "■ 异地就医（\(reach.joined(separator: "；"))）\n", "■ treatment elsewhere (\(reach.joined(separator: "; ")))\n")
      + table.rendered() + "\n"
  }

  private func takesSelfPay(_ rules: NonLocalRules) -> Bool {
    rules.table.rows.contains { if case .change(let change) = $0.leaf { change.firstSelfPay != nil } else { false } }
  }

  private func effect(_ effect: NonLocalRules.Effect) -> [String] {
    switch effect {
    case .asAtHome(let citation): return [say("同本地", "as at home"), citation.map(source) ?? ""]
    case .refused(let reason, let citation): return [say("不能结算：", "refused: ") + reason, citation.map(source) ?? ""]
    case .change(let change):
      var parts: [(String, Citation)] = []
      switch change.ratio {
      case .lowerBy(let figure):
        parts.append(
          (say("降低 \(figure.value.percentText) 个百分点", "\(figure.value.percentText) points less"), figure.citation))
      case .times(let figure):
        parts.append((say("本地比例 × \(figure.value)", "home ratio × \(figure.value)"), figure.citation))
      case .instead(let figure): parts.append((say("比例改为 \(figure.value)", "ratio \(figure.value)"), figure.citation))
      case nil: break
      }
      if let figure = change.firstSelfPay {
        parts.append((say("先行自付 \(figure.value)", "first self-pay \(figure.value)"), figure.citation))
      }
      if let figure = change.benefitTimes {
        parts.append((say("本地待遇 × \(figure.value)", "home benefit × \(figure.value)"), figure.citation))
      }
      if let figure = change.deductible {
        parts.append(own(figure))
      }
      if let minimum = change.minimum {
        parts.append((say("保底 \(minimum.ratio.value)", "at least \(minimum.ratio.value)"), minimum.ratio.citation))
      }
      if let level = change.treatedAsLevel {
        return [
          say("视同\(title(level.value, .hospitalLevel))", "treated as \(level.value)")
            + parts.map { "；\($0.0)" }.joined(),
          parts.first.map { source($0.1) } ?? "",
        ]
      }
      return [parts.map(\.0).joined(separator: say("；", "; ")), parts.first.map { source($0.1) } ?? ""]
    }
  }

  private func own(_ deductible: StandingChange.OwnDeductible) -> (String, Citation) {
    switch deductible {
    case .amount(let amount):
      let (text, citation) = self.amount(amount)
      return (say("起付标准 ", "deductible ") + text, citation)
    case .times(let factor, _, _):
      return (say("起付标准 × \(factor.value)", "deductible × \(factor.value)"), factor.citation)
    }
  }
}
