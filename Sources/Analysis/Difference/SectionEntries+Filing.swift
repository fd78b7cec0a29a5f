import PolicyModel

extension SectionEntries {
  var filing: [SectionEntry] {
    guard let (rules, since) = policy.filing else { return [] }
    return [entry(["in_force", "from"], .text(RuleText("\(since)")))] + kinds(rules) + ending(rules.endedBy)
      + scope(rules) + courseOfVisits(rules) + byNumber(rules)
  }

  private func entry(_ path: [String], _ value: SectionValue) -> SectionEntry { SectionEntry(["filing"] + path, value) }

  private func entry<Word: RawRepresentable>(_ path: [String], _ figure: Figure<Word>?) -> SectionEntry?
  where Word.RawValue == String {
    figure.map { entry(path, .word($0.value)) }
  }

  private func entry(_ path: [String], _ figure: Figure<String>?) -> SectionEntry? {
    figure.map { entry(path, .words([$0.value])) }
  }

  private func kinds(_ rules: FilingRules) -> [SectionEntry] {
    FilingRules.kindNames.flatMap { name -> [SectionEntry] in
      guard let kind = rules.kinds[name] else { return [] }
      let path = ["kinds", name]
      let persons = kind.subKinds.map { listed in
        entry(path + ["sub_kinds"], .words(FilingRules.subKinds.map(\.id).filter(listed.value.contains)))
      }
      return [persons].compactMap { $0 } + [entry(path + ["lasts"], lasting(kind.lasts.value))]
        + (kind.change.map { change($0, path + ["change"]) } ?? [])
    }
  }

  private func lasting(_ lasting: FilingRules.Lasting) -> SectionValue {
    switch lasting {
    case .open: .words(["open"])
    case .chosen: .words(["chosen"])
    case .months(let count): .text(RuleText("months \(count)", "月数 \(count)"))
    case .atLeastMonths(let count): .text(RuleText("at_least_months \(count)", "至少月数 \(count)"))
    }
  }

  private func change(_ limit: FilingRules.ChangeLimit, _ path: [String]) -> [SectionEntry] {
    [
      entry(path + ["blocked_months"], .number(limit.months.value)),
      entry(path + ["of"], .words([limit.isOfPromised ? "promised" : "all"])),
      entry(path + ["sooner_with_papers"], .words([limit.isSoonerWithPapers ? "allowed" : "refused"])),
    ]
  }

  private func ending(_ ending: FilingRules.Ending) -> [SectionEntry] {
    let changes = [("employer", ending.employer), ("insurance", ending.insurance)].filter { $0.1 != nil }.map(\.0)
    return [
      entry(["ended_by", "refiling"], ending.refiling),
      changes.isEmpty ? nil : entry(["ended_by", "change_of"], .words(changes)),
    ].compactMap { $0 }
  }

  private func scope(_ rules: FilingRules) -> [SectionEntry] {
    [
      entry(["scope", "area"], rules.scope.area),
      entry(["scope", "provincial_level_and_capital"], rules.scope.capital),
      rules.chronic.map { entry(["chronic", "institutions_at_most"], .number($0.value)) },
    ].compactMap { $0 }
  }

  private func courseOfVisits(_ rules: FilingRules) -> [SectionEntry] {
    [
      entry(["stays", "covered"], rules.stays),
      entry(["late", "before_discharge"], rules.late?.beforeDischarge),
      entry(["late", "after_discharge"], rules.late?.afterDischarge),
      entry(["emergency", "without_filing"], rules.emergency),
      entry(["trauma", "third_party"], rules.trauma?.thirdParty),
      entry(["trauma", "no_third_party"], rules.trauma?.noThirdParty),
      entry(["back_home", "as"], rules.backHome?.standing),
      entry(["back_home", "until_papers"], rules.backHome?.untilPapers),
      entry(["catalogue", "direct"], rules.catalogue?.direct),
      entry(["catalogue", "manual"], rules.catalogue?.manual),
      rules.directDiseases.map { entry(["direct_diseases", "list"], .codes($0.value.sorted())) },
      entry(["outside_examination", "in_stay"], rules.outsideExamination),
    ].compactMap { $0 }
  }

  /// Tables that go by a number: the comparison of standings looks at named values alone.
  private func byNumber(_ rules: FilingRules) -> [SectionEntry] {
    rows(["needed"], rules.needed) { $0.rawValue } + rows(["standing"], rules.standing) { $0 }
      + (rules.channel.map { rows(["channel"], $0) { $0.rawValue } } ?? [])
  }

  private func rows<Value>(_ path: [String], _ table: RuleTable<Figure<Value>>, _ word: (Value) -> String)
    -> [SectionEntry]
  {
    guard table.dimensions.contains(where: \.isNumeric) else { return [] }
    return table.rows.map { row in
      SectionEntry(
        ["filing"] + path, cases: SectionCase.list(table.dimensions, row.keys), .words([word(row.leaf.value)]))
    }
  }
}
