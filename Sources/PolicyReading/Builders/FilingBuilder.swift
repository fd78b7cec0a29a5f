import Findings
import Format
import PolicyModel

/// Builds the filing rules.
struct FilingBuilder {
  let context: BuildContext

  /// Nil when there are none, or when a part that decides was not readable.
  func build(_ reading: Reading?) -> FilingRules? {
    guard let reading, let written = reading["kinds"],
      let needed: RuleTable<Figure<FilingRules.Need>> = context.table(reading["needed"], leaf: ruling),
      let standing: RuleTable<Figure<String>> = context.table(reading["standing"], leaf: word),
      let area: Figure<FilingRules.Area> = context.ruling(reading["scope"]?["area"])
    else { return nil }
    if FilingRules.kindNames.allSatisfy({ written[$0] == nil }), !context.isPartial {
      context.report(.noFilingKinds, at: written.keyPlace)
    }
    return FilingRules(
      needed: needed, kinds: kinds(written), endedBy: ending(reading["ended_by"]),
      scope: FilingRules.Scope(
        area: area, capital: context.ruling(reading["scope"]?["provincial_level_and_capital"])),
      chronic: context.count(reading["chronic"]?["institutions_at_most"]),
      stays: context.ruling(reading["stays"]?["covered"]), late: late(reading["late"]),
      emergency: context.ruling(reading["emergency"]?["without_filing"]), trauma: trauma(reading["trauma"]),
      backHome: backHome(reading["back_home"]), channel: context.table(reading["channel"], leaf: ruling),
      catalogue: catalogue(reading["catalogue"]), directDiseases: diseases(reading["direct_diseases"]),
      outsideExamination: context.ruling(reading["outside_examination"]?["in_stay"]), standing: standing,
      place: reading.keyPlace)
  }

  private func word(_ reading: Reading) -> Figure<String>? {
    let written = reading["is"] ?? reading
    return written.word.map { context.figure($0, at: written) }
  }

  /// A leaf of a table: the word, or the word with its own source.
  private func ruling<Value: RawRepresentable>(_ reading: Reading) -> Figure<Value>? where Value.RawValue == String {
    context.ruling(reading["is"] ?? reading)
  }

  private func kinds(_ reading: Reading) -> [String: FilingRules.Kind] {
    var kinds: [String: FilingRules.Kind] = [:]
    for name in FilingRules.kindNames {
      guard let written = reading[name], let lasts = lasting(written["lasts"]) else { continue }
      let subKinds = written["sub_kinds"].map { context.figure(Set($0.items.compactMap(\.word)), at: $0) }
      kinds[name] = FilingRules.Kind(subKinds: subKinds, lasts: lasts, change: change(written["change"]))
    }
    return kinds
  }

  private func lasting(_ reading: Reading?) -> Figure<FilingRules.Lasting>? {
    guard let reading else { return nil }
    if let months = context.count(reading["months"]) { return context.figure(.months(months.value), at: reading) }
    if let months = context.count(reading["at_least_months"]) {
      return context.figure(.atLeastMonths(months.value), at: reading)
    }
    switch reading.word {
    case "open": return context.figure(.open, at: reading)
    case "chosen": return context.figure(.chosen, at: reading)
    default: return nil
    }
  }

  private func change(_ reading: Reading?) -> FilingRules.ChangeLimit? {
    context.count(reading?["blocked_months"]).map {
      FilingRules.ChangeLimit(
        months: $0, isOfPromised: reading?["of"]?.word == "promised",
        isSoonerWithPapers: reading?["sooner_with_papers"]?.word == "allowed")
    }
  }

  private func ending(_ reading: Reading?) -> FilingRules.Ending {
    let changes = reading?["change_of"]?.items ?? []
    func citation(of word: String) -> Citation? {
      changes.first { $0.word == word }.map { context.citation(of: $0) }
    }
    return FilingRules.Ending(
      refiling: context.ruling(reading?["refiling"]), employer: citation(of: "employer"),
      insurance: citation(of: "insurance"))
  }

  private func late(_ reading: Reading?) -> FilingRules.Lateness? {
    guard let before: Figure<FilingRules.Timeliness> = context.ruling(reading?["before_discharge"]),
      let after: Figure<FilingRules.Timeliness> = context.ruling(reading?["after_discharge"])
    else { return nil }
    return FilingRules.Lateness(beforeDischarge: before, afterDischarge: after)
  }

  private func trauma(_ reading: Reading?) -> FilingRules.Trauma? {
    guard let third: Figure<FilingRules.Payability> = context.ruling(reading?["third_party"]),
      let none: Figure<FilingRules.Payability> = context.ruling(reading?["no_third_party"])
    else { return nil }
    return FilingRules.Trauma(thirdParty: third, noThirdParty: none)
  }

  private func backHome(_ reading: Reading?) -> FilingRules.BackHome? {
    reading?["as"].flatMap(word).map {
      FilingRules.BackHome(standing: $0, untilPapers: reading?["until_papers"].flatMap(word))
    }
  }

  private func catalogue(_ reading: Reading?) -> FilingRules.CatalogueUse? {
    guard let direct: Figure<FilingRules.CatalogueOwner> = context.ruling(reading?["direct"]),
      let manual: Figure<FilingRules.CatalogueOwner> = context.ruling(reading?["manual"])
    else { return nil }
    return FilingRules.CatalogueUse(direct: direct, manual: manual)
  }

  private func diseases(_ reading: Reading?) -> Figure<Set<String>>? {
    reading?["list"].map { context.figure(Set($0.items.compactMap(\.text)), at: $0) }
  }
}
