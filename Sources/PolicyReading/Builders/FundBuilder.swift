import Findings
import Format
import PolicyModel
import Values

/// Builds the rules of the fund side. A section of which something cannot be read gives none; its findings say why.
struct FundBuilder {
  let context: BuildContext

  func build(_ root: Reading) -> FundRules {
    var rules = FundRules()
    rules.prepayment = prepayment(root["prepayment"])
    rules.reconciliation = root["reconciliation"].flatMap { reading in
      amounts(reading["compares"]).map { ReconciliationRules(compares: $0, place: reading.keyPlace) }
    }
    rules.clearing = clearing(root["clearing"])
    rules.costInquiry = costInquiry(root["cost_inquiry"])
    rules.deadlines = root["deadlines"].map { $0.named.compactMap(deadline) }
    rules.operations = root["operations"].map { reading in
      OperationsRules(goals: reading.named.compactMap(goal), place: reading.keyPlace)
    }
    return rules
  }

  private func prepayment(_ reading: Reading?) -> PrepaymentRules? {
    guard let reading, !reading.isInvalid else { return nil }
    return PrepaymentRules(
      amount: reading["amount"].flatMap(amount), warnings: reading["warnings"].flatMap(warnings),
      emergency: reading["emergency"].flatMap(emergency), place: reading.keyPlace)
  }

  private func amount(_ reading: Reading) -> PrepaymentRules.Amount? {
    guard let first = context.count(reading["from_month"]), let last = context.count(reading["to_month"]),
      let times = context.ratio(reading["times"])
    else { return nil }
    if last.value < first.value {
      context.report(
        .monthsReversed, at: last.place, related: first.place, ["from": "\(first.value)", "to": "\(last.value)"])
      return nil
    }
    return PrepaymentRules.Amount(firstMonth: first, lastMonth: last, times: times)
  }

  private func warnings(_ reading: Reading) -> PrepaymentRules.Warnings? {
    guard let yellow = context.ratio(reading["yellow"]), let red = context.ratio(reading["red"]) else { return nil }
    if red.value < yellow.value {
      context.report(
        .warningsReversed, at: red.place, related: yellow.place, ["yellow": "\(yellow.value)", "red": "\(red.value)"])
      return nil
    }
    return PrepaymentRules.Warnings(yellow: yellow, red: red)
  }

  private func emergency(_ reading: Reading) -> PrepaymentRules.Emergency? {
    guard let from: Figure<PrepaymentRules.Warning> = context.ruling(reading["from"]),
      let asks: Figure<TreatmentSide> = context.ruling(reading["asks"])
    else { return nil }
    return PrepaymentRules.Emergency(from: from, asks: asks, within: allowance(reading["within"]))
  }

  private func clearing(_ reading: Reading?) -> ClearingRules? {
    guard let reading, let pays = amounts(reading["pays"]), let declared = context.count(reading["declared_by"]),
      let made = context.count(reading["made_on"]), let delay = context.count(reading["most_delay"]),
      let year = context.count(reading["year_cleared_by"])
    else { return nil }
    if made.value < declared.value {
      context.report(
        .madeBeforeDeclared, at: made.place, related: declared.place,
        ["made": "\(made.value)", "declared": "\(declared.value)"])
      return nil
    }
    return ClearingRules(
      pays: pays, declaredBy: declared, madeOn: made, mostDelay: delay, yearClearedBy: year, place: reading.keyPlace)
  }

  private func costInquiry(_ reading: Reading?) -> CostInquiryRules? {
    guard let reading, let visits = visits(reading["visits"]),
      let total = context.table(reading["from_total"], leaf: context.money),
      let starts = context.count(reading["period_starts"]), let answered = context.count(reading["answered_by"]),
      let confirmed = allowance(reading["confirmed_within"]),
      let requires: [Figure<CostInquiryRules.Item>] = rulings(reading["requires"]),
      let overdue: RuleTable<Figure<CostInquiryRules.Overdue>> = context.table(
        reading["overdue"], leaf: context.ruling)
    else { return nil }
    if starts.value > 28 {
      context.report(.periodStartsLate, at: starts.place, ["day": "\(starts.value)"])
      return nil
    }
    return CostInquiryRules(
      visits: visits, fromTotal: total, periodStarts: starts, answeredBy: answered, confirmedWithin: confirmed,
      completedWithin: allowance(reading["completed_within"]), requires: requires, overdue: overdue,
      place: reading.keyPlace)
  }

  private func deadline(_ named: Named) -> DeadlineRule? {
    let reading = named.reading
    guard let title = reading["title"]?.text,
      let event: Figure<DeadlineEvent> = context.ruling(reading["after"]), let due = due(reading)
    else { return nil }
    return DeadlineRule(id: named.id, title: title, event: event, due: due, place: reading.keyPlace)
  }

  private func due(_ reading: Reading) -> DeadlineRule.Due? {
    if let within = allowance(reading["within"]) { return .within(within) }
    if let day = context.count(reading["month_day"]) { return .monthDay(day) }
    if let day = context.count(reading["next_month_day"]) { return .nextMonthDay(day) }
    return context.count(reading["month_end"]).map { .monthEnd($0) }
  }

  private func goal(_ named: Named) -> OperationsRules.Goal? {
    let reading = named.reading
    guard let title = reading["title"]?.text, let visits = visits(reading["visits"]),
      let least = context.ratio(reading["direct_at_least"]), let by = reading["by"], let day = by.date
    else { return nil }
    return OperationsRules.Goal(
      id: named.id, title: title, visits: visits, atLeast: least, by: context.figure(day, at: by),
      place: reading.keyPlace)
  }

  private func allowance(_ reading: Reading?) -> Figure<Allowance>? {
    guard let reading else { return nil }
    if let days = context.count(reading["working_days"]) {
      return Figure(.workingDays(days.value), at: days.place, citation: days.citation)
    }
    return context.count(reading["days"]).map { Figure(.days($0.value), at: $0.place, citation: $0.citation) }
  }

  private func amounts(_ reading: Reading?) -> [Figure<SettlementAmount>]? { rulings(reading) }

  /// Nil when one of them could not be read: fewer would be another rule.
  private func rulings<Value: RawRepresentable>(_ reading: Reading?) -> [Figure<Value>]?
  where Value.RawValue == String {
    guard let reading else { return nil }
    let found: [Figure<Value>] = reading.items.compactMap { context.ruling($0) }
    guard found.count == reading.items.count, !found.isEmpty else { return nil }
    for (index, item) in found.enumerated() {
      if let first = found[..<index].first(where: { $0.value.rawValue == item.value.rawValue }) {
        context.report(.writtenTwice, at: item.place, related: first.place, ["word": reading.items[index].word ?? ""])
      }
    }
    return found
  }

  private func visits(_ reading: Reading?) -> [Figure<String>]? {
    guard let reading, !reading.items.isEmpty else { return nil }
    let found = reading.items.compactMap { item in item.word.map { context.figure($0, at: item) } }
    return found.count == reading.items.count ? found : nil
  }
}
