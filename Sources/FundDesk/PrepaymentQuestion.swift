import Claims
import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// The yearly prepayment of every province to every other one, and what has to be moved against the former one (Beijing
/// art. 16–18, Xinjiang 4 (1), Hunan art. 24).
package struct PrepaymentQuestion: FundQuestion {
  /// The year that is prepaid.
  package let year: Int
  /// The cleared months of the year before.
  package let cleared: [RecordSource]
  /// The former amounts; none when left out.
  package let former: RecordSource?

  package init(year: Int, cleared: [RecordSource], former: RecordSource?) {
    self.year = year
    self.cleared = cleared
    self.former = former
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let months = ClearedMonths.read(cleared, to: sink, collector)
    let formerAmounts = ClearedMonths.prepayments(former, to: sink, collector)
    if collector.hasErrors { return }
    let known = Set(months.map(\.month))
    let pairs = Set(months.map(\.pair)).union(formerAmounts.keys)
      .sorted { ($0.home, $0.treatment) < ($1.home, $1.treatment) }
    let byPair = Dictionary(grouping: months, by: \.pair)
    var adjustments: [Adjustment] = []
    var formulas: [RegionCode: Formula?] = [:]
    for pair in pairs {
      if formulas[pair.home] == nil { formulas[pair.home] = .some(formula(of: pair.home, known, book, collector)) }
      guard let formula = formulas[pair.home] ?? nil else { continue }
      do {
        let own = (byPair[pair] ?? []).filter { formula.months.contains($0.month) }
        var sum = Fen.zero
        for month in own { sum = try sum.adding(month.owed) }
        let amount = try formula.rule.amount(of: sum, over: formula.months.count)
        adjustments.append(
          Adjustment(
            pair: pair, sum: sum, former: formerAmounts[pair] ?? .zero, amount: amount,
            citation: formula.rule.times.citation))
      } catch {
        collector.report(
          .prepaymentOverflow, at: nil, ["home": pair.home.text, "treatment": pair.treatment.text])
      }
    }
    write(adjustments, book.catalogue, to: sink)
  }

  private struct Adjustment {
    let pair: ClearingTally.Pair
    let sum: Fen
    let former: Fen
    let amount: Fen
    let citation: Citation

    /// What the place of insurance adds; negative when the place of treatment returns it.
    var change: Int64 { amount.count - former.count }
  }

  /// A rule and the months it counts.
  private struct Formula {
    let rule: PrepaymentRules.Amount
    let months: [CivilMonth]
  }

  /// That of the place of insurance, which pays.
  private func formula(
    of home: RegionCode, _ known: Set<CivilMonth>, _ book: FundRuleBook, _ collector: FindingCollector
  ) -> Formula? {
    guard let day = CivilDate(year: year, month: 1, day: 1),
      let rule = book.entry(of: home, on: day)?.rules.prepayment?.amount
    else {
      collector.report(.prepaymentNoRules, at: nil, ["region": home.text, "year": "\(year)"])
      return nil
    }
    return wanted(rule, home, known, collector).map { Formula(rule: rule, months: $0) }
  }

  /// The months that count, every one of which has to be in the files; nil and a finding otherwise.
  private func wanted(
    _ rule: PrepaymentRules.Amount, _ home: RegionCode, _ known: Set<CivilMonth>, _ collector: FindingCollector
  ) -> [CivilMonth]? {
    let months = rule.months(before: year)
    let missing = months.filter { !known.contains($0) }
    if missing.isEmpty { return months }
    collector.report(
      .prepaymentMonthsMissing, at: nil,
      [
        "region": home.text, "months": missing.map { "\($0)" }.joined(separator: ", "),
        "clause": rule.times.citation.text,
      ])
    return nil
  }

  private func write(_ adjustments: [Adjustment], _ catalogue: Catalogue, to sink: any AnswerSink) {
    for item in adjustments {
      sink.write(
        AnswerRecord(
          PrepaymentTables.prepayment,
          [
            .text("\(year)"), .text(item.pair.home.text), .text(item.pair.treatment.text), .fen(item.sum),
            .fen(item.former), .fen(item.amount), .fen(Fen(abs(item.change))), item.change < 0 ? .text("*") : nil,
            .text(item.citation.text), .text(item.citation.basis.rawValue),
          ]))
    }
    let provinces = Set(adjustments.flatMap { [$0.pair.home, $0.pair.treatment] }).sorted()
    for province in provinces {
      for kind in [PrepaymentTables.payment, PrepaymentTables.collection] {
        for item in adjustments where item.change != 0 {
          guard let line = line(item, kind, province, catalogue) else { continue }
          sink.write(line)
        }
      }
    }
  }

  /// The line of an adjustment in a province's notice. A return stands among the payments of the place of treatment and
  /// the collections of the place of insurance, with `*` (Beijing art. 18).
  private func line(_ item: Adjustment, _ kind: RecordKind, _ province: RegionCode, _ catalogue: Catalogue)
    -> AnswerRecord?
  {
    let isReturn = item.change < 0
    let (payer, payee) = isReturn ? (item.pair.treatment, item.pair.home) : (item.pair.home, item.pair.treatment)
    let isPayment = kind.name == PrepaymentTables.payment.name
    guard (isPayment ? payer : payee) == province else { return nil }
    let partner = isPayment ? payee : payer
    let name = catalogue.regions[partner]?.name ?? partner.text
    return AnswerRecord(
      kind,
      [
        .text("\(year)"), .text(province.text), .text(partner.text), .text(isReturn ? "*" + name : name),
        .fen(Fen(abs(item.change))),
      ])
  }

  package static let kind = FundQuestionKind(
    Word("prepayment", "预付金"),
    options: [
      Key("year", "年度", .scalar(.year), required: true, meaning: Word("the year that is prepaid", "预付金的年度"))
    ],
    inputs: [
      .init(Word("cleared", "清算结果"), ClearTableKinds.cleared, meaning: Word("cleared months", "上年各期的清算结果")),
      .init(
        Word("former", "原额度"), PrepaymentTables.prepayment, required: false,
        meaning: Word("prepayments before", "调整前的额度")),
    ],
    tables: [
      PrepaymentTables.prepayment, PrepaymentTables.payment, PrepaymentTables.collection, RefusedRecord.kind,
    ]
  ) { request in
    guard let year = request.text("year").flatMap({ Int($0) }), let cleared = request.records("cleared") else {
      return nil
    }
    return PrepaymentQuestion(year: year, cleared: [cleared], former: request.records("former"))
  }
}
