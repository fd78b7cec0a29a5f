import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// The clearing tables of months, from settlements, refunds and deductions (Beijing art. 38–42, 46).
///
/// Files may be of any size: records are sorted by the settlement they are about, and only sums are kept.
package struct ClearQuestion: FundQuestion {
  package let records: [RecordSource]
  /// The only month whose tables are wanted; nil for all.
  package let month: CivilMonth?
  /// The only province whose tables are wanted, beside the national ones; nil for all.
  package let province: RegionCode?
  /// Gets a record for each one that was read: the month it is cleared with, or why it is not.
  package let assigned: (any AnswerSink)?
  /// Bytes that sorting may keep in memory.
  package let memory: Int

  package init(
    records: [RecordSource], month: CivilMonth?, province: RegionCode?, assigned: (any AnswerSink)? = nil,
    memory: Int = 32 << 20
  ) {
    self.records = records
    self.month = month
    self.province = province
    self.assigned = assigned
    self.memory = memory
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let files = SettlementFiles(
      sources: records, catalogue: book.catalogue, sink: sink, collector: collector,
      onRefusal: { assigned?.write(ClearTables.assigned($0, nil)) })
    guard var sorter = try files.sorted(memory: memory, by: { record, _ in ClearQuestion.key(of: record) }) else {
      return
    }
    var run = ClearingRun(book, assigned)
    while let entry = try sorter.popFirst() {
      guard let item = SettlementBytes(entry.payload) else { continue }
      if let refused = run.take(item, in: records[item.file].name) { sink.write(refused) }
    }
    for (period, tally) in run.periods.sorted(by: { $0.key < $1.key }) where month == nil || month == period {
      do {
        try ClearTables(period: period, tally: tally, book).write(province, to: sink)
      } catch {
        collector.report(.clearingOverflow, at: nil, ["month": "\(period)"])
      }
    }
  }

  /// By the settlement that a record is about: itself first, then what is taken back from it by day.
  private static func key(of record: SettlementRecord) -> [UInt8] {
    // Two zeros end the id; one in it is told from them by what follows.
    var key = (record.kind.original ?? record.id).utf8.flatMap { $0 == 0 ? [0, 0xFF] : [$0] }
    key += [0, 0, record.kind == .settlement ? 0 : 1]
    let day = UInt32(bitPattern: record.settledOn.dayNumber) ^ 0x8000_0000
    for shift in [24, 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: day >> UInt32(shift))) }
    return key + Array(record.id.utf8)
  }
}

/// Takes sorted records one by one.
struct ClearingRun {
  private let book: FundRuleBook
  private let assigned: (any AnswerSink)?
  private var sequence = ClearingSequence()
  private(set) var periods: [CivilMonth: ClearingTally] = [:]
  /// The rules by province and day: what a look-up costs is paid once.
  private var known: [RegionCode: [CivilDate: ClearingRules?]] = [:]

  init(_ book: FundRuleBook, _ assigned: (any AnswerSink)?) {
    self.book = book
    self.assigned = assigned
  }

  /// - Returns: the refusal, when the record is in no month.
  mutating func take(_ item: SettlementBytes, in file: String) -> AnswerRecord? {
    let record = item.record
    let rules = rules(of: record.treatedAt.province, on: record.settledOn)
    do throws(ClearingRefusal) {
      let place = try sequence.take(record, rules)
      do {
        try periods[place.period, default: ClearingTally()].add(record, owed: place.owed)
      } catch {
        throw ClearingRefusal.overflow
      }
      assigned?.write(ClearTables.assigned(record, place.period, file: file, line: item.line))
      return nil
    } catch {
      if error == .overflow { sequence.withdraw(record) }
      let finding = ClearingRefusals.finding(error, of: record, rules)
      let refused = RefusedRecord(file: file, line: item.line, id: record.id, finding)
      assigned?.write(ClearTables.assigned(refused, record))
      return refused.record
    }
  }

  private mutating func rules(of province: RegionCode, on day: CivilDate) -> ClearingRules? {
    if let found = known[province]?[day] { return found }
    let found = book.entry(of: province, on: day)?.rules.clearing
    known[province, default: [:]][day] = .some(found)
    return found
  }
}

extension ClearQuestion {
  package static let kind = FundQuestionKind(
    Word("clear", "清算"),
    options: [
      Key("month", "清算期", .scalar(.month), meaning: Word("the only month; all when left out", "只要哪一期；不写为全部")),
      Key(
        "province", "省份", .scalar(.regionCode), meaning: Word("the only province; all when left out", "只要哪个省的；不写为全部")),
    ],
    inputs: [
      .init(
        Word("records", "结算记录"), SettlementRecord.recordKind,
        meaning: Word("settlements, refunds and deductions", "结算、退费和扣款记录"))
    ],
    tables: ClearTableKinds.all
  ) { request in
    request.records("records").map {
      ClearQuestion(records: [$0], month: request.month("month"), province: request.region("province"))
    }
  }
}
