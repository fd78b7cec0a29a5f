import Findings
import Format
import PolicyModel
import Values

/// Builds a layer's ratio: columns, table and adjustments.
struct RatioBuilder {
  let context: BuildContext

  func build(_ reading: Reading?) -> RatioRule? {
    guard let reading, let table = reading.table else { return nil }
    guard let ends = columnEnds(table.extras["columns"]) else { return nil }
    let axis = axis(table.extras, hasColumns: ends.count > 1, at: reading)
    var isMatching = true
    let ratios = context.table(reading) { leaf -> [Figure<Ratio>]? in
      let figures = leaf.items.isEmpty ? [context.ratio(leaf)] : leaf.items.map { context.ratio($0) }
      let known = figures.compactMap { $0 }
      guard known.count == figures.count else { return nil }
      guard figures.count == ends.count else {
        context.report(
          .ratioCountMismatch, at: leaf.place, ["found": "\(figures.count)", "expected": "\(ends.count)"])
        isMatching = false
        return nil
      }
      checkPaidAxis(known, axis)
      return known
    }
    guard let ratios, isMatching else { return nil }
    let period =
      context.period(table.extras["restarts"], cycleDays: table.extras["cycle_days"])
      ?? (table.extras["restarts"].map { $0.word == "each_settlement" } ?? true ? .settlement : .year)
    if table.extras["restarts"] == nil, let days = table.extras["cycle_days"] {
      context.report(.cycleDays, at: days.keyPlace)
    }
    return RatioRule(
      axis: axis, period: period, account: account(table.extras, period, at: reading),
      mode: context.word(table.extras["how"]) ?? .marginal,
      columnEnds: ends, table: ratios, adjustments: adjustments(table.extras["adjust"]),
      place: table.extras["how"]?.keyPlace ?? reading.keyPlace)
  }

  /// One open column when none are written.
  private func columnEnds(_ reading: Reading?) -> [Fen?]? {
    guard let reading else { return [nil] }
    var ends: [Fen?] = []
    for (index, item) in reading.items.enumerated() {
      guard case .scalar(.columnEnd(let end)) = item.value else { return nil }
      let isLast = index == reading.items.count - 1
      if (end == nil) != isLast {
        context.report(.lastColumnNotOpen, at: item.place, ["above": context.vocabulary == .chinese ? "以上" : "above"])
        return nil
      }
      if let end, let previous = ends.last.flatMap({ $0 }) ?? (ends.isEmpty ? Fen.zero : nil), end <= previous {
        context.report(.columnsNotRising, at: item.place)
        return nil
      }
      ends.append(end)
    }
    return ends.isEmpty ? nil : ends
  }

  private func axis(_ extras: Fields, hasColumns: Bool, at reading: Reading) -> RatioRule.Axis {
    if let axis: RatioRule.Axis = context.word(extras["counted"]) {
      if hasColumns { requireKey("restarts", "重新起算", extras, at: reading) }
      return axis
    }
    if hasColumns, extras["counted"] == nil { requireKey("counted", "分段口径", extras, at: reading) }
    return .expenseWithDeductible
  }

  private func requireKey(_ english: String, _ chinese: String, _ extras: Fields, at reading: Reading) {
    guard extras[english] == nil else { return }
    let key = context.vocabulary == .chinese ? chinese : english
    context.report(.axisMissing, at: extras["columns"]?.keyPlace ?? reading.keyPlace, ["key": key])
  }

  private func account(_ extras: Fields, _ period: Period, at reading: Reading) -> AccountName? {
    let account = extras["account"]
    if period != .settlement {
      if account == nil { context.report(.accountMissing, at: extras["restarts"]?.keyPlace ?? reading.keyPlace) }
      return AccountName(account)
    }
    if let account { context.report(.accountNeedless, at: account.place, ["name": account.text ?? ""]) }
    return nil
  }

  private func checkPaidAxis(_ figures: [Figure<Ratio>], _ axis: RatioRule.Axis) {
    guard axis == .paid else { return }
    for figure in figures.dropLast() where figure.value == .zero {
      context.report(.zeroRatioOnPaidAxis, at: figure.place)
    }
  }

  private func adjustments(_ reading: Reading?) -> [RatioRule.Adjustment] {
    (reading?.items ?? []).compactMap { item in
      let least = context.ratio(item["at_least"])
      let most = context.ratio(item["at_most"])
      if let least, let most, most.value < least.value {
        context.report(.boundsReversed, at: most.place, ["least": "\(least.value)", "most": "\(most.value)"])
      }
      checkMultiplier(item)
      guard let change = change(item), let applies = context.conditions(item["for"]) else { return nil }
      return RatioRule.Adjustment(
        applies: applies, change: change, atMost: most, atLeast: least, place: item.place)
    }
  }

  private func change(_ item: Reading) -> RatioRule.Change? {
    switch (item["plus"], item["self_pay_times"]) {
    case (let plus?, nil):
      if let written = item["for_each"], multiplier(written, item) == nil { return nil }
      let forEach = item["for_each"].flatMap { multiplier($0, item) }
      return context.table(plus, leaf: context.points).map { .plus($0, forEach: forEach) }
    case (nil, let times?): return context.ratio(times).map { .selfPayTimes($0) }
    default:
      context.report(.emptyAdjustment, at: item.place)
      return nil
    }
  }

  private func checkMultiplier(_ item: Reading) {
    for (key, needed) in [("for_each", "plus"), ("beyond", "for_each")] where item[needed] == nil {
      if let alone = item[key] { context.report(.forEachMisplaced, at: alone.keyPlace, ["key": key]) }
    }
  }

  private func multiplier(_ reading: Reading, _ item: Reading) -> RatioRule.Multiplier? {
    guard let name = reading.text else { return nil }
    let shown = context.space.dimensions.first { $0.shape.name.text(in: context.vocabulary) == name }
    guard let dimension = shown, dimension.isNumeric, dimension != .occurrence else {
      context.report(.forEachDimension, at: reading.place, ["name": name])
      return nil
    }
    var beyond = 0
    if case .scalar(.integer(let number)) = item["beyond"]?.value { beyond = number }
    return RatioRule.Multiplier(dimension: dimension, beyond: beyond)
  }
}
