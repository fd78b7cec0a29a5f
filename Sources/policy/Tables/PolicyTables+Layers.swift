import Findings
import PolicyModel
import Values

/// What a layer says, a row for each figure.
extension PolicyTableWriter {
  func rows(of layer: Layer) -> [[String]] {
    let name = "\(layer.title) \(conditions(layer.applies))"
    var rows: [[String]] = []
    if let deductible = layer.deductible { rows += self.rows(of: deductible, name, isYearly: layer.cumulative != nil) }
    rows += ratios(layer.ratio, name)
    for cap in layer.caps {
      rows += self.rows(of: cap, name)
    }
    return rows
  }

  private func rows(of deductible: Deductible, _ name: String, isYearly: Bool) -> [[String]] {
    let period = isYearly ? Period.year : deductible.period
    let item =
      say("起付标准", "deductible") + " · "
      + (period == .settlement ? say("每次", "each") : say(period.chinese, period.name))
    var rows = deductible.amount.rows.map { row in
      let (value, citation) = amount(row.leaf)
      return [name, item, keys(deductible.amount.dimensions, row.keys), value, source(citation)]
    }
    for adjustment in deductible.adjustments {
      let item = say("起付标准调整", "deductible adjusted") + " \(conditions(adjustment.applies))"
      switch adjustment.change {
      case .times(let table):
        rows += table.rows.map {
          [name, item, keys(table.dimensions, $0.keys), "× \($0.leaf.value)", source($0.leaf.citation)]
        }
      case .minusEachTime(let table): rows += money(table, name, item + say(" · 每次递减", " · less each time"))
      case .timesEachTime(let factor):
        rows.append([name, item + say(" · 每次乘以", " · times each time"), "", "\(factor.value)", source(factor.citation)])
      }
      if let least = adjustment.atLeast { rows += money(least, name, item + say(" · 不低于", " · at least")) }
      if let most = adjustment.atMost { rows += money(most, name, item + say(" · 不高于", " · at most")) }
    }
    if let again = deductible.againEvery {
      rows += again.rows.map {
        let days = $0.leaf.value.map { say("每满 \($0) 天", "every \($0) days") } ?? say("不再收", "never")
        return [
          name, say("再收起付标准", "charged again"), keys(again.dimensions, $0.keys), days, source($0.leaf.citation),
        ]
      }
    }
    if let ceiling = deductible.ceiling {
      rows += money(ceiling.amount, name, say("起付标准年度上限", "deductible ceiling"))
    }
    return rows
  }

  /// A deductible's amount in words, with the clause it rests on.
  func amount(_ amount: Deductible.Amount) -> (text: String, citation: Citation) {
    switch amount {
    case .fixed(let figure): return ("\(figure.value)", figure.citation)
    case .share(let base, let share, let least, let most):
      let of = base == .total ? say("总费用的 ", "of the total ") : say("政策范围内费用的 ", "of in-scope ")
      let bounds = "\(least.map { " ≥\($0.value)" } ?? "")\(most.map { " ≤\($0.value)" } ?? "")"
      return (of + "\(share.value)" + bounds, share.citation)
    }
  }

  private func rows(of cap: Cap, _ name: String) -> [[String]] {
    var item = "\(cap.title) · " + say(cap.measure.chinese, cap.measure.rawValue) + "/"
    item += cap.period == .settlement ? say("每次", "each") : say(cap.period.chinese, cap.period.name)
    switch cap.separation {
    case .disease: item += say("，各病种分别", ", each disease")
    case .diseaseGroup: item += say("，各病种组分别", ", each group")
    case nil: break
    }
    var rows = cap.amount.rows.map { row in
      switch row.leaf {
      case .amount(let figure):
        [name, item, keys(cap.amount.dimensions, row.keys), "\(figure.value)", source(figure.citation)]
      case .unlimited(let citation):
        [name, item, keys(cap.amount.dimensions, row.keys), say("不封顶", "unlimited"), source(citation)]
      }
    }
    switch cap.several {
    case .largest: rows.append([name, item, say("几种病", "several diseases"), say("取最高", "largest"), ""])
    case .mainAndOthers(let most):
      rows.append([
        name, item, say("几种病：主病种加其他最多", "several: main and others up to"), "\(most.value)", source(most.citation),
      ])
    case nil: break
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
      case .plus(let table, let forEach):
        let each = forEach.map {
          say("×（\($0.dimension.chinese) − \($0.beyond)）", " × (\($0.dimension.name) − \($0.beyond))")
        }
        rows += table.rows.map {
          [
            name, item, keys(table.dimensions, $0.keys),
            say("+\($0.leaf.value.percentText) 个百分点", "+\($0.leaf.value.percentText) points") + (each ?? "") + bounds,
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
}
