import PolicyModel
import Values

/// What the rules of the fund side say.
extension SectionEntries {
  var fund: [SectionEntry] {
    let events = (policy.fund.deadlines ?? []).map { rule in
      SectionEntry(["deadlines", rule.id, "after"], depth: 2, .word(rule.event.value))
    }
    return events
      + policy.fund.statements.map { statement in
        let depth = ["deadlines", "operations"].contains(statement.path[0]) ? 2 : 1
        return SectionEntry(
          statement.path, cases: SectionCase.list(statement.cases.map(\.dimension), statement.cases.map(\.key)),
          depth: depth, SectionEntries.value(statement.value))
      }
  }

  private static func value(_ value: FundStatement.Value) -> SectionValue {
    switch value {
    case .words(let words): .words(words)
    case .visits(let ids): .values(ids.sorted(), of: .visit)
    case .number(let number): .number(number)
    case .allowance(.days(let days)): .text(RuleText("\(days) days", "\(days) 天"))
    case .allowance(.workingDays(let days)): .text(RuleText("\(days) working days", "\(days) 个工作日"))
    case .ratio(let ratio): .text(RuleText("\(ratio)"))
    case .money(let fen): .text(RuleText("\(fen)"))
    case .date(let date): .text(RuleText("\(date)"))
    }
  }
}
