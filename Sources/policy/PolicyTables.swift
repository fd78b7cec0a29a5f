import Findings
import PolicyModel
import Values

/// A region's rules in force as tables, each value with its source.
struct PolicyTables {
  let text: String

  init(_ policy: ResolvedPolicy, options: LanguageOptions) {
    let writer = Writer(policy: policy, options: options)
    text = writer.head + writer.plans + writer.refusals + writer.nonLocal + writer.guardrails + writer.questions
  }
}

private struct Writer {
  let policy: ResolvedPolicy
  let options: LanguageOptions

  private var isChinese: Bool { options.language == .chinese }

  private func say(_ chinese: String, _ english: String) -> String { options.say(chinese, english) }

  var head: String {
    var text = "\(policy.title)  \(policy.region)  \(policy.inForce)\n"
    for version in policy.lineage {
      text +=
        "  \(version.region == policy.region ? say("本地区", "own") : say("上级", "parent")) \(version.region) \(version.title)（\(version.inForce)） \(version.file.path)\n"
    }
    let unit =
      policy.rounding.rounding.unit == 1
      ? say("分", "fen") : policy.rounding.rounding.unit == 10 ? say("角", "jiao") : say("元", "yuan")
    text += say(
      "  待遇年度起于 \(policy.benefitYear)；舍入：\(policy.rounding.rounding.mode.rawValue) 到\(unit)\n",
      "  benefit year starts \(policy.benefitYear); rounding \(policy.rounding.rounding.mode.rawValue) to \(unit)\n")
    return text + "\n"
  }

  var plans: String {
    policy.plans.map { plan in
      var table = figures
      for layer in plan.layers { rows(of: layer).forEach { table.append($0) } }
      return "■ \(plan.title)（\(plan.name)）  \(conditions(plan.applies))\n" + table.rendered() + "\n"
    }.joined()
  }

  private var figures: TextTable {
    TextTable(
      columns: [
        .init(say("支付层", "layer")), .init(say("项目", "item")), .init(say("情形", "case")),
        .init(say("值", "value"), .right),
        .init(say("依据", "source")),
      ], indentation: 2)
  }

  private func rows(of layer: Layer) -> [[String]] {
    let name = "\(layer.title) \(conditions(layer.applies))"
    var rows: [[String]] = []
    if let deductible = layer.deductible {
      let item =
        say("起付标准", "deductible") + " · "
        + (deductible.period == .year || layer.cumulative != nil ? say("年度", "year") : say("每次", "each"))
      rows += deductible.amount.rows.map { row in
        switch row.leaf {
        case .fixed(let figure):
          [name, item, keys(deductible.amount.dimensions, row.keys), "\(figure.value)", source(figure.citation)]
        case .share(let base, let share, let least, let most):
          [
            name, item, keys(deductible.amount.dimensions, row.keys),
            "\(share.value) \(base.rawValue) \(least.map { "≥\($0.value)" } ?? "") \(most.map { "≤\($0.value)" } ?? "")",
            source(share.citation),
          ]
        }
      }
      if let ceiling = deductible.ceiling {
        rows += money(ceiling.amount, name, say("起付标准年度上限", "deductible ceiling"))
      }
    }
    rows += ratios(layer.ratio, name)
    for cap in layer.caps {
      rows += money(cap.amount, name, "\(cap.title) · \(cap.measure.rawValue)/\(cap.period.rawValue)")
    }
    return rows
  }

  private func money(_ table: RuleTable<Figure<Fen>>, _ name: String, _ item: String) -> [[String]] {
    table.rows.map { [name, item, keys(table.dimensions, $0.keys), "\($0.leaf.value)", source($0.leaf.citation)] }
  }

  private func ratios(_ rule: RatioRule, _ name: String) -> [[String]] {
    var rows: [[String]] = []
    for row in rule.table.rows {
      for (index, figure) in row.leaf.enumerated() {
        let column = column(rule, index)
        let item = say("支付比例", "ratio") + (column.isEmpty ? "" : " · \(column)")
        rows.append([name, item, keys(rule.table.dimensions, row.keys), "\(figure.value)", source(figure.citation)])
      }
    }
    for adjustment in rule.adjustments {
      let item = say("调整", "adjusted") + " · \(conditions(adjustment.applies))"
      let bounds =
        "\(adjustment.atMost.map { " ≤\($0.value)" } ?? "")\(adjustment.atLeast.map { " ≥\($0.value)" } ?? "")"
      switch adjustment.change {
      case .plus(let table):
        rows += table.rows.map {
          [
            name, item, keys(table.dimensions, $0.keys),
            say("+\($0.leaf.value.percentText) 个百分点", "+\($0.leaf.value.percentText) points") + bounds,
            source($0.leaf.citation),
          ]
        }
      case .selfPayTimes(let factor):
        rows.append([name, item, "", say("自付 × ", "self-pay × ") + "\(factor.value)\(bounds)", source(factor.citation)])
      }
    }
    return rows
  }

  private func column(_ rule: RatioRule, _ index: Int) -> String {
    guard rule.columnEnds.count > 1 else { return "" }
    let from = index == 0 ? Fen.zero : rule.columnEnds[index - 1] ?? .zero
    let end = rule.columnEnds[index].map { " – \($0)" } ?? say(" 以上", " and above")
    return "\(from)\(end)"
  }

  var refusals: String {
    guard !policy.refusals.isEmpty else { return "" }
    return policy.refusals.map { refusal in
      let kind = refusal.kind == .notKnown ? say("未查明", "not known") : say("不予支付", "not offered")
      return "□ \(refusal.plan)  \(kind)：\(refusal.reason)  \(conditions(refusal.applies))\n"
    }.joined() + "\n"
  }

  var nonLocal: String {
    guard let rules = policy.nonLocal else { return "" }
    var table = TextTable(
      columns: [.init(say("情形", "case")), .init(say("变化", "change")), .init(say("依据", "source"))], indentation: 2)
    for row in rules.table.rows {
      table.append([keys(rules.table.dimensions, row.keys)] + effect(row.leaf))
    }
    let visits = rules.visits.sorted().map { title($0, .visit) }.joined(separator: "、")
    let timing =
      rules.selfPayTiming == .beforeDeductible
      ? say("先行自付在起付标准之前", "first self-pay before the deductible")
      : say("先行自付在起付标准之后", "first self-pay after the deductible")
    return say(
      "■ 异地就医（影响：\(visits)；支付层 \(rules.layers.keys.sorted().joined(separator: "、"))；\(timing)）\n",
      "■ treatment elsewhere (reaches \(visits); layers \(rules.layers.keys.sorted().joined(separator: ", ")); \(timing))\n"
    )
      + table.rendered() + "\n"
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
        parts.append((say("起付标准 \(figure.value)", "deductible \(figure.value)"), figure.citation))
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

  var guardrails: String {
    guard !policy.guardrails.isEmpty else { return "" }
    var table = TextTable(
      columns: [
        .init(say("上级限制", "guardrail")), .init(say("情形", "case")), .init(say("百分点", "points"), .right),
        .init(say("依据", "source")),
      ], indentation: 2)
    for guardrail in policy.guardrails {
      let kind = guardrail.strictness == .atMost ? say("不超过", "at most") : say("左右", "about")
      for row in guardrail.table.rows {
        table.append([
          guardrail.id, keys(guardrail.table.dimensions, row.keys),
          row.leaf.map { "\(kind) \($0.value.percentText)" } ?? "—",
          row.leaf.map { source($0.citation) } ?? "",
        ])
      }
    }
    return say("■ 上级对异地降幅的限制\n", "■ limits set by the levels above\n") + table.rendered() + "\n"
  }

  var questions: String {
    let questions = policy.lineage.flatMap(\.openQuestions)
    guard !questions.isEmpty else { return "" }
    return say("■ 待定问题\n", "■ open questions\n")
      + questions.map { question in
        "  ? \(question.question)\n"
          + say(
            "    假定：\(question.assumed)；另一取法：\(question.otherwise)（\(question.path)）\n",
            "    assumed: \(question.assumed); otherwise: \(question.otherwise) (\(question.path))\n")
      }.joined()
  }

  private func title(_ value: String, _ dimension: Dimension) -> String {
    policy.space.title(of: value, in: dimension, chinese: isChinese)
  }

  private func keys(_ dimensions: [Dimension], _ keys: [CaseKey]) -> String {
    zip(dimensions, keys).map { key($1, $0) }.joined(separator: " · ")
  }

  private func key(_ key: CaseKey, _ dimension: Dimension) -> String {
    switch key {
    case .any: return say("任意", "any")
    case .values(let values): return values.map { title($0, dimension) }.joined(separator: "/")
    case .ranges(let ranges):
      let unit = dimension == .occurrence ? say("次", "") : say("岁", "")
      return ranges.map { range in
        range.upperBound == .max
          ? "\(range.lowerBound)+\(unit)"
          : range.count == 1 ? "\(range.lowerBound)\(unit)" : "\(range.lowerBound)–\(range.upperBound)\(unit)"
      }.joined(separator: "/")
    }
  }

  private func conditions(_ conditions: Conditions) -> String {
    conditions.all.map { key($0.key, $0.dimension) }.joined(separator: " · ")
  }

  private func source(_ citation: Citation) -> String {
    switch citation.basis {
    case .official: citation.text
    case .reported: citation.text + say("（转述）", " (reported)")
    case .assumed: citation.text + say("（含假定）", " (involves an assumption)")
    }
  }
}
