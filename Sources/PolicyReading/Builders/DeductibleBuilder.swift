import Findings
import Format
import PolicyModel
import Values

/// Builds a layer's deductible.
struct DeductibleBuilder {
  let context: BuildContext

  func build(_ reading: Reading?) -> Deductible? {
    guard let reading, let period = context.period(reading["per"], cycleDays: reading["cycle_days"]),
      let amount = context.table(reading["amount"], leaf: self.amount)
    else { return nil }
    var again: RuleTable<Figure<Int?>>?
    if let written = reading["again_every_days"] {
      again = context.table(written, leaf: days)
      if again == nil { return nil }
      if period != .settlement, let per = reading["per"] {
        context.report(
          .separationConflict, at: written.keyPlace, related: per.place,
          ["first": "again_every_days", "second": "per: \(per.word ?? "")"])
      }
    }
    return Deductible(
      period: period, counting: context.word(reading["counted_within"]) ?? .all, amount: amount,
      adjustments: (reading["adjust"]?.items ?? []).compactMap(adjustment), againEvery: again,
      account: account(reading, period), ceiling: ceiling(reading["ceiling"]), place: reading.keyPlace)
  }

  func amount(_ reading: Reading) -> Deductible.Amount? {
    if let fixed = context.money(reading) { return .fixed(fixed) }
    guard let base: Deductible.ShareBase = context.word(reading["percent_of"]),
      let share = context.ratio(reading["share"]), let bounds = bounds(reading)
    else { return nil }
    return .share(of: base, share, atLeast: bounds.least, atMost: bounds.most)
  }

  /// `at_least` and `at_most` of a mapping; nil and a finding when they are the wrong way round.
  func bounds(_ reading: Reading) -> (least: Figure<Fen>?, most: Figure<Fen>?)? {
    let least = context.money(reading["at_least"])
    let most = context.money(reading["at_most"])
    if let least, let most, most.value < least.value {
      context.report(.boundsReversed, at: most.place, ["least": "\(least.value)", "most": "\(most.value)"])
      return nil
    }
    return (least, most)
  }

  private func days(_ reading: Reading) -> Figure<Int?>? {
    let citation = context.citation(of: reading)
    switch reading.value {
    case .scalar(.integer(let days)): return Figure(days, at: reading.place, citation: citation)
    case .scalar(.text): return Figure(nil, at: reading.place, citation: citation)
    default: return nil
    }
  }

  private func adjustment(_ item: Reading) -> Deductible.Adjustment? {
    let changes: [Deductible.Change?] = [
      item["times"].flatMap { context.table($0, leaf: context.ratio) }.map { .times($0) },
      item["minus_each_time"].flatMap { context.table($0, leaf: context.money) }.map { .minusEachTime($0) },
      context.ratio(item["times_each_time"]).map { .timesEachTime($0) },
    ]
    let written = ["times", "minus_each_time", "times_each_time"].count { item[$0] != nil }
    if written != 1 { context.report(.deductibleChange, at: item.place) }
    context.checkNoOccurrence(in: item["for"])
    guard written == 1, let change = changes.compactMap({ $0 }).first, let applies = context.conditions(item["for"])
    else { return nil }
    let least = item["at_least"].flatMap { context.table($0, leaf: context.money) }
    let most = item["at_most"].flatMap { context.table($0, leaf: context.money) }
    if let low = least?.rows.map(\.leaf.value).max(), let high = most?.rows.map(\.leaf.value).max(), high < low,
      let place = item["at_most"]?.place
    {
      context.report(.boundsReversed, at: place, ["least": "\(low)", "most": "\(high)"])
    }
    return Deductible.Adjustment(applies: applies, change: change, atLeast: least, atMost: most)
  }

  private func account(_ reading: Reading, _ period: Period) -> Deductible.Account? {
    let written = reading["account"]
    if period == .settlement {
      if let written { context.report(.accountNeedless, at: written.place, ["name": written.text ?? ""]) }
      for key in ["used_up", "separately_for"] {
        if let needless = reading[key] { context.report(.needsAccount, at: needless.keyPlace, ["key": key]) }
      }
      return nil
    }
    guard let name = AccountName(written) else {
      if written == nil { context.report(.accountMissing, at: reading.keyPlace) }
      return nil
    }
    let useUp: Deductible.UseUp = context.word(reading["used_up"]) ?? .together
    let separation: Separation? = context.word(reading["separately_for"])
    if useUp == .perLevel, separation != nil, let place = reading["separately_for"]?.keyPlace {
      context.report(.separationConflict, at: place, ["first": "separately_for", "second": "used_up: per_level"])
    }
    return Deductible.Account(
      name: name, useUp: useUp, separation: separation, separationPlace: reading["separately_for"]?.keyPlace)
  }

  private func ceiling(_ reading: Reading?) -> Deductible.Ceiling? {
    guard let reading, let account = AccountName(reading["account"]),
      let amount = context.table(reading["amount"], leaf: context.money)
    else { return nil }
    return Deductible.Ceiling(account: account, amount: amount)
  }
}
