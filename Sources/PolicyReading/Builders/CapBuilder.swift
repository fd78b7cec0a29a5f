import Findings
import Format
import PolicyModel
import Values

/// Builds the named caps of a file.
struct CapBuilder {
  let context: BuildContext

  func build(_ reading: Reading?) -> [String: Cap] {
    var caps: [String: Cap] = [:]
    for named in reading?.named ?? [] {
      if let cap = cap(named) { caps[named.id] = cap }
    }
    return caps
  }

  private func cap(_ named: Named) -> Cap? {
    let reading = named.reading
    guard let measure: Cap.Measure = context.word(reading["measures"]),
      let period = context.period(reading["per"], cycleDays: reading["cycle_days"]),
      let amount = context.table(reading["amount"], leaf: limit)
    else { return nil }
    let separation: Separation? = context.word(reading["separately_for"])
    let several = several(reading["several"])
    if period == .settlement, let apart = reading["separately_for"] {
      context.report(
        .separationConflict, at: apart.keyPlace, ["first": "separately_for", "second": "per: each_settlement"])
    }
    if let written = reading["several"] {
      if separation != nil {
        context.report(.separationConflict, at: written.keyPlace, ["first": "several", "second": "separately_for"])
      }
      if !amount.dimensions.contains(.disease) { context.report(.severalByDisease, at: written.keyPlace) }
    }
    return Cap(
      id: named.id, title: reading["title"]?.text ?? named.id, measure: measure, period: period, amount: amount,
      separation: separation, several: several,
      diseasePlace: (reading["separately_for"] ?? reading["several"])?.keyPlace, place: reading.keyPlace)
  }

  private func limit(_ reading: Reading) -> Cap.Limit? {
    if reading.text == "unlimited" { return .unlimited(context.citation(of: reading)) }
    guard let figure = context.money(reading) else { return nil }
    if figure.value == .zero { context.report(.zeroCap, at: figure.place) }
    return .amount(figure)
  }

  private func several(_ reading: Reading?) -> Cap.Several? {
    guard let reading else { return nil }
    if reading.word == "largest" { return .largest }
    return context.money(reading["main_plus_others_up_to"]).map { .mainAndOthers(upTo: $0) }
  }
}
