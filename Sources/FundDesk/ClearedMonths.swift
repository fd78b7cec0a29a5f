import Findings
import FundSide
import Records
import Values

/// What files say of cleared months, and of prepayments, between provinces.
enum ClearedMonths {
  /// What a cleared month is named by; a second record of it would count its money twice.
  private struct Name: Hashable {
    let month: CivilMonth
    let home: RegionCode
    let treatment: RegionCode
  }

  /// The months of all files; refused lines go into the answer, files that cannot be read to the collector.
  static func read(_ sources: [RecordSource], to sink: any AnswerSink, _ collector: FindingCollector) -> [ClearedMonth]
  {
    var months: [ClearedMonth] = []
    var seen: Set<Name> = []
    records(of: ClearTableKinds.cleared, in: sources, sink, collector) { record in
      guard let month = record.text("month").flatMap({ CivilMonth($0) }), let pair = pair(record),
        let amount = record.money("amount")
      else { return }
      if let home = record.region("insuplc_admdvs"), let treatment = record.region("mdtrtarea_admvs"),
        !seen.insert(Name(month: month, home: home, treatment: treatment)).inserted
      {
        let finding = Finding(
          .clearedTwice, at: record.place(of: "month"),
          ["month": "\(month)", "home": home.text, "treatment": treatment.text])
        sink.write(RefusedRecord(file: record.file, line: record.line, id: nil, finding).record)
        return
      }
      let isReturned = record.flag("returned") ?? false
      months.append(ClearedMonth(month: month, pair: pair, owed: isReturned ? .zero : amount))
    }
    return months
  }

  /// The prepayments by pair of provinces.
  static func prepayments(_ source: RecordSource?, to sink: any AnswerSink, _ collector: FindingCollector)
    -> [ClearingTally.Pair: Fen]
  {
    var amounts: [ClearingTally.Pair: Fen] = [:]
    records(of: PrepaymentTables.prepayment, in: source.map { [$0] } ?? [], sink, collector) { record in
      guard let pair = pair(record), let amount = record.money("amount") else { return }
      if amounts.updateValue(amount, forKey: pair) != nil {
        let finding = Finding(
          .prepaymentTwice, at: record.place(of: "mdtrtarea_admvs"),
          ["home": pair.home.text, "treatment": pair.treatment.text])
        sink.write(RefusedRecord(file: record.file, line: record.line, id: nil, finding).record)
      }
    }
    return amounts
  }

  private static func pair(_ record: Record) -> ClearingTally.Pair? {
    guard let home = record.region("insuplc_admdvs"), let treatment = record.region("mdtrtarea_admvs") else {
      return nil
    }
    return ClearingTally.Pair(home: home.province, treatment: treatment.province)
  }

  private static func records(
    of kind: RecordKind, in sources: [RecordSource], _ sink: any AnswerSink, _ collector: FindingCollector,
    _ body: (Record) -> Void
  ) {
    let reader = RecordReader(kind)
    for source in sources {
      let isRead = reader.forEach(of: source) { line in
        switch line {
        case .record(let record): body(record)
        case .refused(let file, let number, let findings):
          for finding in findings { sink.write(RefusedRecord(file: file, line: number, id: nil, finding).record) }
        }
      }
      if !isRead { collector.report(.claimsUnreadable, at: nil, ["path": source.name]) }
    }
  }
}
