import Findings
import Format
import PolicyModel
import PolicyReading
import Values

/// Filing, stays across years and refunds; what keys and words are called comes from the format.
extension PolicyTableWriter {
  var filing: String {
    guard let rules = policy.filing?.rules else { return "" }
    var table = items
    rows(of: rules).forEach { table.append($0) }
    return say("■ 异地就医备案\n", "■ filing treatment elsewhere\n") + table.rendered() + "\n"
  }

  var visitLife: String {
    var table = items
    if let stay = policy.stayAcrossYears {
      var parts = [word(["stay_across_years", "settled"], stay.settling.value.rawValue)]
      if stay.settling.value == .byDays {
        parts.append(
          name(["stay_across_years", "deductible"]) + " "
            + word(["stay_across_years", "deductible"], stay.deductible.rawValue))
        parts.append(
          name(["stay_across_years", "counts_in"]) + " "
            + word(["stay_across_years", "counts_in"], stay.counting.rawValue))
      }
      table.append([name(["stay_across_years"]), "", parts.joined(separator: joint), source(stay.settling.citation)])
    }
    if let refunds = policy.refunds {
      let visits = [(Dimension.visit, refunds.visits), (.distance, refunds.distances), (.channel, refunds.channels)]
        .compactMap { dimension, listed in
          listed?.sorted().map { title($0, dimension) }.joined(separator: "/")
        }
        .joined(separator: " · ")
      let allowed = RefundRules.Circumstance.allCases.filter(refunds.allowed.contains)
        .map { word(["refunds", "allows"], $0.rawValue) }.joined(separator: joint)
      table.append([name(["refunds"]), visits, allowed, source(refunds.citation)])
    }
    if policy.stayAcrossYears == nil, policy.refunds == nil { return "" }
    return say("■ 跨年住院和退费\n", "■ stays across years and refunds\n") + table.rendered() + "\n"
  }

  var items: TextTable {
    TextTable(
      columns: [
        .init(say("项目", "item")), .init(say("情形", "case")), .init(say("规定", "rule")), .init(say("依据", "source")),
      ], indentation: 2)
  }

  var joint: String { say("、", ", ") }

  private func rows(of rules: FilingRules) -> [[String]] {
    tableRows(["filing", "needed"], rules.needed) { $0.rawValue }
      + FilingRules.kindNames.flatMap { kind in rules.kinds[kind].map { rows(of: $0, kind) } ?? [] }
      + endingRows(rules.endedBy)
      + [
        row(["filing", "scope", "area"], rules.scope.area),
        row(["filing", "scope", "provincial_level_and_capital"], rules.scope.capital),
        rules.chronic.map {
          [
            name(["filing", "chronic"]), name(["filing", "chronic", "institutions_at_most"]), "\($0.value)",
            source($0.citation),
          ]
        },
        row(["filing", "stays", "covered"], rules.stays),
        row(["filing", "late", "before_discharge"], rules.late?.beforeDischarge),
        row(["filing", "late", "after_discharge"], rules.late?.afterDischarge),
        row(["filing", "emergency", "without_filing"], rules.emergency),
        row(["filing", "trauma", "third_party"], rules.trauma?.thirdParty),
        row(["filing", "trauma", "no_third_party"], rules.trauma?.noThirdParty),
        row(["filing", "back_home", "as"], rules.backHome?.standing),
        row(["filing", "back_home", "until_papers"], rules.backHome?.untilPapers),
        row(["filing", "catalogue", "direct"], rules.catalogue?.direct),
        row(["filing", "catalogue", "manual"], rules.catalogue?.manual),
        rules.directDiseases.map {
          [name(["filing", "direct_diseases"]), "", $0.value.sorted().joined(separator: joint), source($0.citation)]
        },
        row(["filing", "outside_examination", "in_stay"], rules.outsideExamination),
      ].compactMap { $0 }
      + (rules.channel.map { tableRows(["filing", "channel"], $0) { $0.rawValue } } ?? [])
      + tableRows(["filing", "standing"], rules.standing) { $0 }
  }

  private func rows(of kind: FilingRules.Kind, _ id: String) -> [[String]] {
    let path = ["filing", "kinds", id]
    let lasting =
      switch kind.lasts.value {
      case .open: word(path + ["lasts"], "open")
      case .chosen: word(path + ["lasts"], "chosen")
      case .months(let count): say("\(count) 个月", "\(count) months")
      case .atLeastMonths(let count): say("不少于 \(count) 个月", "at least \(count) months")
      }
    let persons = kind.subKinds.map { listed in
      FilingRules.subKinds.filter { listed.value.contains($0.id) }.map { isChinese ? $0.chinese : $0.id }
        .joined(separator: joint)
    }
    var rows = [[name(["filing", "kinds"]), name(path), lasting, source(kind.lasts.citation)]]
    if let persons { rows.append(["", name(path + ["sub_kinds"]), persons, ""]) }
    if let change = kind.change {
      let whom = change.isOfPromised ? word(path + ["change", "of"], "promised") + " " : ""
      rows.append([
        "", name(path + ["change"]),
        whom + say("\(change.months.value) 个月内不能变更", "blocked for \(change.months.value) months")
          + (change.isSoonerWithPapers ? say("，补充材料的除外", " unless papers are brought") : ""),
        source(change.months.citation),
      ])
    }
    return rows
  }

  private func endingRows(_ ending: FilingRules.Ending) -> [[String]] {
    var rows = [row(["filing", "ended_by", "refiling"], ending.refiling)].compactMap { $0 }
    for (change, citation) in [("employer", ending.employer), ("insurance", ending.insurance)] {
      guard let citation else { continue }
      let path = ["filing", "ended_by", "change_of"]
      rows.append([name(["filing", "ended_by"]), name(path), word(path, change), source(citation)])
    }
    return rows
  }

  private func row<Value: RawRepresentable>(_ path: [String], _ figure: Figure<Value>?) -> [String]?
  where Value.RawValue == String {
    figure.map { row(path, $0.value.rawValue, $0.citation) }
  }

  private func row(_ path: [String], _ figure: Figure<String>?) -> [String]? {
    figure.map { row(path, $0.value, $0.citation) }
  }

  private func row(_ path: [String], _ value: String, _ citation: Citation) -> [String] {
    [name(Array(path.dropLast())), name(path), word(path, value), source(citation)]
  }

  private func tableRows<Value>(_ path: [String], _ table: RuleTable<Figure<Value>>, _ text: (Value) -> String)
    -> [[String]]
  {
    table.rows.map { row in
      [name(path), keys(table.dimensions, row.keys), word(path, text(row.leaf.value)), source(row.leaf.citation)]
    }
  }

  func name(_ path: [String]) -> String {
    FormatWords.name(at: path).map { isChinese ? $0.chinese : $0.english } ?? path.last ?? ""
  }

  func word(_ path: [String], _ value: String) -> String {
    FormatWords.word(value, at: path).map { isChinese ? $0.chinese : $0.english } ?? value
  }
}
