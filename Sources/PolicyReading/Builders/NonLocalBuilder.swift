import Findings
import Format
import PolicyModel
import Values

/// Builds the non-local rules and the guardrails.
struct NonLocalBuilder {
  let context: BuildContext

  func build(_ reading: Reading?) -> NonLocalRules? {
    guard let reading, let table = reading.table, let reach = table.extras["reaches"],
      let effects = context.table(reading, leaf: effect)
    else { return nil }
    let timing = table.extras["first_self_pay_taken"]
    let takesSelfPay = effects.rows.contains {
      if case .change(let change) = $0.leaf { change.firstSelfPay != nil } else { false }
    }
    let changesSomething = effects.rows.contains { if case .change = $0.leaf { true } else { false } }
    if changesSomething, let named = reach["layers"], named.items.isEmpty {
      context.report(.nothingReached, at: named.keyPlace)
    }
    if takesSelfPay, timing == nil { context.report(.selfPayTimingMissing, at: reading.keyPlace) }
    return NonLocalRules(
      visits: Set(reach["visits"]?.items.compactMap(\.word) ?? []),
      layers: layers(reach["layers"]),
      selfPayTiming: context.word(timing) ?? .beforeDeductible, table: effects, place: reading.keyPlace)
  }

  private func layers(_ reading: Reading?) -> [String: Place] {
    Dictionary(
      (reading?.items ?? []).compactMap { item in item.text.map { ($0, item.place) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func effect(_ reading: Reading) -> NonLocalRules.Effect? {
    let citation = reading.citation.map { _ in context.citation(of: reading) }
    if reading.word == "as_at_home" { return .asAtHome(citation) }
    if let reason = reading["refused"]?.text { return .refused(reason: reason, citation) }
    return change(reading).map { .change($0) }
  }

  private func change(_ reading: Reading) -> StandingChange? {
    let ratioChanges: [StandingChange.RatioChange] = [
      context.points(reading["lower_by"]).map { .lowerBy($0) },
      context.ratio(reading["pays_of_home_ratio"]).map { .times($0) },
      context.ratio(reading["ratio_instead"]).map { .instead($0) },
    ].compactMap { $0 }
    if ratioChanges.count > 1 {
      context.report(.severalRatioChanges, at: reading.place, ["count": "\(ratioChanges.count)"])
      return nil
    }
    guard case .record(let record) = reading.value, record.all.contains(where: { $0.id != "source" }) else {
      context.report(.emptyChange, at: reading.place)
      return nil
    }
    let least = context.ratio(reading["at_least"])
    let most = context.ratio(reading["at_most"])
    if let least, let most, most.value < least.value {
      context.report(.boundsReversed, at: most.place, ["least": "\(least.value)", "most": "\(most.value)"])
    }
    return StandingChange(
      ratio: ratioChanges.first, firstSelfPay: context.ratio(reading["first_self_pay"]),
      benefitTimes: context.ratio(reading["pays_of_home_benefit"]), deductible: ownDeductible(reading["deductible"]),
      treatedAsLevel: level(reading["treat_as"]), minimum: minimum(reading["minimum"]), atMost: most, atLeast: least,
      place: reading.place)
  }

  private func ownDeductible(_ reading: Reading?) -> StandingChange.OwnDeductible? {
    guard let reading else { return nil }
    let builder = DeductibleBuilder(context: context)
    if let times = context.ratio(reading["times"]) {
      guard let bounds = builder.bounds(reading) else { return nil }
      return .times(times, atLeast: bounds.least, atMost: bounds.most)
    }
    return builder.amount(reading).map { .amount($0) }
  }

  private func level(_ reading: Reading?) -> Figure<String>? {
    guard let reading, let text = reading.text else { return nil }
    let level = Dimension.hospitalLevel.shape.values.word(text, in: context.vocabulary)?.english ?? text
    context.checkValues(.values([level]), .hospitalLevel, at: reading.place)
    return Figure(level, at: reading.place, citation: context.citation(of: reading))
  }

  private func minimum(_ reading: Reading?) -> StandingChange.Minimum? {
    guard let reading, let base: StandingChange.MinimumBase = context.word(reading["of"]),
      let ratio = context.ratio(reading["ratio"])
    else { return nil }
    return StandingChange.Minimum(base: base, ratio: ratio)
  }

  func guardrails(_ reading: Reading?) -> [Guardrail] {
    (reading?.named ?? []).compactMap { named in
      let item = named.reading
      guard let table = item.table, let strictness: Guardrail.Strictness = context.word(table.extras["strictness"]),
        let limits = context.table(item, leaf: limit)
      else { return nil }
      let tolerance = context.points(table.extras["tolerance"])
      if let tolerance, strictness == .atMost { context.report(.toleranceNeedless, at: tolerance.place) }
      return Guardrail(
        id: named.id, strictness: strictness, tolerance: tolerance?.value, table: limits, place: item.keyPlace)
    }
  }

  /// `none` is a value too: no limit.
  private func limit(_ reading: Reading) -> Figure<Ratio>?? {
    if reading.text == "none" { return .some(nil) }
    return context.points(reading).map { .some($0) }
  }
}
