import Findings
import PolicyModel
import Values

/// Prepayment, clearing and the other rules of the fund side; what keys and words are called comes from the format.
extension PolicyTableWriter {
  var fund: String {
    let statements = policy.fund.statements
    if statements.isEmpty { return "" }
    var table = items
    for statement in statements {
      table.append([
        title(of: statement), keys(statement.cases.map(\.dimension), statement.cases.map(\.key)), text(of: statement),
        source(statement.citation),
      ])
    }
    return say("■ 预付金、对账、清算、协查和期限\n", "■ prepayment, reconciliation, clearing, inquiries and deadlines\n")
      + table.rendered() + "\n"
  }

  private func title(of statement: FundStatement) -> String {
    let path = statement.path
    if path[0] == "deadlines", let rule = policy.fund.deadlines?.first(where: { $0.id == path[1] }) {
      return rule.title
    }
    if path[0] == "operations", let goal = policy.fund.operations?.goals.first(where: { $0.id == path[1] }) {
      return "\(goal.title) · \(name(path))"
    }
    return path.indices.map { name(Array(path[...$0])) }.joined(separator: " · ")
  }

  private func text(of statement: FundStatement) -> String {
    let value = plainText(of: statement)
    guard statement.path[0] == "deadlines",
      let rule = policy.fund.deadlines?.first(where: { $0.id == statement.path[1] })
    else { return value }
    let event = word(["deadlines", rule.id, "after"], rule.event.value.rawValue)
    switch rule.due {
    case .within: return say("\(event)后 \(value)", "\(value) after \(event)")
    case .monthDay: return say("\(event)当月 \(value) 日前", "\(event), by day \(value) of the month")
    case .nextMonthDay: return say("\(event)次月 \(value) 日前", "\(event), by day \(value) of the next month")
    case .monthEnd: return say("\(event)，\(value) 月底前", "\(event), by the end of month \(value)")
    }
  }

  private func plainText(of statement: FundStatement) -> String {
    switch statement.value {
    case .words(let words): words.map { word(statement.path, $0) }.joined(separator: joint)
    case .visits(let ids): ids.map { title($0, .visit) }.joined(separator: joint)
    case .number(let number): "\(number)"
    case .allowance(.days(let days)): say("\(days) 天", "\(days) days")
    case .allowance(.workingDays(let days)): say("\(days) 个工作日", "\(days) working days")
    case .ratio(let ratio): "\(ratio)"
    case .money(let fen): fen.grouped
    case .date(let date): "\(date)"
    }
  }
}
