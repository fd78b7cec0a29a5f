import Values

/// One thing that the rules of the fund side say: for tables, and for comparing two sets of rules.
package struct FundStatement: Sendable {
  package enum Value: Hashable, Sendable {
    /// Words that the format knows at the path.
    case words([String])
    /// Values of `visit`.
    case visits([String])
    case number(Int)
    case allowance(Allowance)
    case ratio(Ratio)
    case money(Fen)
    case date(CivilDate)
  }

  /// Keys of the rule file, in English.
  package let path: [String]
  /// For which cases of a table; none for what holds always.
  package let cases: [(dimension: Dimension, key: CaseKey)]
  package let value: Value
  package let citation: Citation

  init(_ path: [String], _ value: Value, _ citation: Citation, cases: [(dimension: Dimension, key: CaseKey)] = []) {
    self.path = path
    self.cases = cases
    self.value = value
    self.citation = citation
  }
}

extension FundRules {
  /// All that is said, section by section.
  package var statements: [FundStatement] {
    (prepayment?.statements ?? []) + (reconciliation?.statements ?? []) + (clearing?.statements ?? [])
      + (costInquiry?.statements ?? []) + (deadlines ?? []).map(\.statement) + (operations?.statements ?? [])
  }
}

extension Figure where Value == Int {
  fileprivate func statement(_ path: [String]) -> FundStatement { FundStatement(path, .number(value), citation) }
}

extension Figure where Value == Ratio {
  fileprivate func statement(_ path: [String]) -> FundStatement { FundStatement(path, .ratio(value), citation) }
}

extension Figure where Value == Allowance {
  fileprivate func statement(_ path: [String]) -> FundStatement { FundStatement(path, .allowance(value), citation) }
}

extension Figure where Value: RuleWord {
  fileprivate func statement(_ path: [String]) -> FundStatement {
    FundStatement(path, .words([value.rawValue]), citation)
  }
}

extension [Figure<SettlementAmount>] {
  fileprivate func statements(_ path: [String]) -> [FundStatement] {
    first.map { [FundStatement(path, .words(map(\.value.rawValue)), $0.citation)] } ?? []
  }
}

extension [Figure<String>] {
  fileprivate func statements(_ path: [String]) -> [FundStatement] {
    first.map { [FundStatement(path, .visits(map(\.value)), $0.citation)] } ?? []
  }
}

extension PrepaymentRules {
  fileprivate var statements: [FundStatement] {
    let path = ["prepayment"]
    var all: [FundStatement] = []
    if let amount {
      all.append(amount.firstMonth.statement(path + ["amount", "from_month"]))
      all.append(amount.lastMonth.statement(path + ["amount", "to_month"]))
      all.append(amount.times.statement(path + ["amount", "times"]))
    }
    if let warnings {
      all.append(warnings.yellow.statement(path + ["warnings", "yellow"]))
      all.append(warnings.red.statement(path + ["warnings", "red"]))
    }
    if let emergency {
      all.append(emergency.from.statement(path + ["emergency", "from"]))
      all.append(emergency.asks.statement(path + ["emergency", "asks"]))
      if let within = emergency.within { all.append(within.statement(path + ["emergency", "within"])) }
    }
    return all
  }
}

extension ReconciliationRules {
  fileprivate var statements: [FundStatement] { compares.statements(["reconciliation", "compares"]) }
}

extension ClearingRules {
  fileprivate var statements: [FundStatement] {
    let path = ["clearing"]
    return pays.statements(path + ["pays"]) + [
      declaredBy.statement(path + ["declared_by"]), madeOn.statement(path + ["made_on"]),
      mostDelay.statement(path + ["most_delay"]), yearClearedBy.statement(path + ["year_cleared_by"]),
    ]
  }
}

extension CostInquiryRules {
  fileprivate var statements: [FundStatement] {
    let path = ["cost_inquiry"]
    let totals = fromTotal.rows.map { row in
      FundStatement(
        path + ["from_total"], .money(row.leaf.value), row.leaf.citation,
        cases: CostInquiryRules.cases(fromTotal.dimensions, row.keys))
    }
    let late = overdue.rows.map { row in
      FundStatement(
        path + ["overdue"], .words([row.leaf.value.rawValue]), row.leaf.citation,
        cases: CostInquiryRules.cases(overdue.dimensions, row.keys))
    }
    let items = requires.first.map {
      FundStatement(path + ["requires"], .words(requires.map(\.value.rawValue)), $0.citation)
    }
    return visits.statements(path + ["visits"]) + totals + [
      periodStarts.statement(path + ["period_starts"]), answeredBy.statement(path + ["answered_by"]),
      confirmedWithin.statement(path + ["confirmed_within"]),
    ] + [completedWithin?.statement(path + ["completed_within"]), items].compactMap { $0 } + late
  }

  private static func cases(_ dimensions: [Dimension], _ keys: [CaseKey]) -> [(dimension: Dimension, key: CaseKey)] {
    zip(dimensions, keys).filter { $1 != .any }.map { (dimension: $0, key: $1) }
  }
}

extension DeadlineRule {
  fileprivate var statement: FundStatement {
    let path = ["deadlines", id]
    return switch due {
    case .within(let within): within.statement(path + ["within"])
    case .monthDay(let day): day.statement(path + ["month_day"])
    case .nextMonthDay(let day): day.statement(path + ["next_month_day"])
    case .monthEnd(let month): month.statement(path + ["month_end"])
    }
  }
}

extension OperationsRules {
  fileprivate var statements: [FundStatement] {
    goals.flatMap { goal in
      let path = ["operations", goal.id]
      return goal.visits.statements(path + ["visits"]) + [
        goal.atLeast.statement(path + ["direct_at_least"]),
        FundStatement(path + ["by"], .date(goal.by.value), goal.by.citation),
      ]
    }
  }
}
