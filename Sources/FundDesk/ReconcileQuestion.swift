import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// Whether the place of treatment, the place of insurance and the nation know the same settlements (Beijing art. 35,
/// Inner Mongolia art. 38).
///
/// Files may be of any size: all sides are sorted together by settlement, and only sums by day and institution are kept.
package struct ReconcileQuestion: FundQuestion {
  package let sides: [(side: ReconciledSide, records: RecordSource)]
  /// Days to look at; nil for all. A settlement belongs to them when any side dates it there.
  package let days: ClosedRange<CivilDate>?
  /// Whose rules say which amounts are compared.
  package let region: RegionCode
  /// Bytes that sorting may keep in memory.
  package let memory: Int

  package init(
    sides: [(side: ReconciledSide, records: RecordSource)], days: ClosedRange<CivilDate>?, region: RegionCode,
    memory: Int = 32 << 20
  ) {
    self.sides = sides
    self.days = days
    self.region = region
    self.memory = memory
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let files = SettlementFiles(
      sources: sides.map(\.records), catalogue: book.catalogue, sink: sink, collector: collector)
    let sorted = try files.sorted(memory: memory) { record, file in
      Array(record.id.utf8) + [0, UInt8(truncatingIfNeeded: file)]
    }
    guard var sorter = sorted else { return }
    var run = ReconciliationRun(self, book, sink)
    while let entry = try sorter.popFirst() {
      guard let item = SettlementBytes(entry.payload) else { continue }
      run.take(item.record, of: sides[item.file].side)
    }
    run.finish(collector)
  }
}

/// Takes the sorted records of all sides one by one.
struct ReconciliationRun {
  private struct Group: Hashable {
    let day: CivilDate
    let institution: String
  }

  private let question: ReconcileQuestion
  private let book: FundRuleBook
  private let sink: any AnswerSink
  private let names: [ReconciledSide]
  private var id = ""
  private var known: [ReconciledSide: [SettlementRecord]] = [:]
  private var groups: [Group: ReconciledSums] = [:]
  private var all = ReconciledSums()
  private var hasOverflow = false
  private var rules: [CivilDate: [SettlementAmount]?] = [:]
  private var withoutRules: CivilDate?

  init(_ question: ReconcileQuestion, _ book: FundRuleBook, _ sink: any AnswerSink) {
    self.question = question
    self.book = book
    self.sink = sink
    names = question.sides.map(\.side)
  }

  mutating func take(_ record: SettlementRecord, of side: ReconciledSide) {
    if record.id != id {
      compare()
      id = record.id
    }
    known[side, default: []].append(record)
  }

  mutating func finish(_ collector: FindingCollector) {
    compare()
    if let withoutRules {
      collector.report(
        .reconciliationNoRules, at: nil, ["region": question.region.text, "day": "\(withoutRules)"])
    }
    if hasOverflow { collector.report(.reconciliationOverflow, at: nil) }
    for (group, sums) in groups.sorted(by: { ($0.key.day, $0.key.institution) < ($1.key.day, $1.key.institution) }) {
      sink.write(ReconcileTables.day(group.day, group.institution, sums, names))
    }
    sink.write(ReconcileTables.total(all, names))
  }

  private mutating func compare() {
    defer { known.removeAll(keepingCapacity: true) }
    let records = names.flatMap { known[$0] ?? [] }
    guard let first = records.first else { return }
    if let days = question.days, !records.contains(where: { days.contains($0.settledOn) }) { return }
    let day = records.map(\.settledOn).min() ?? first.settledOn
    guard let compares = compared(on: day) else {
      withoutRules = withoutRules ?? day
      return
    }
    let differences = Reconciliation.differences(known, among: names, compares: compares)
    let institution = records.lazy.compactMap(\.institution).first ?? ""
    var sums = groups[Group(day: day, institution: institution)] ?? ReconciledSums()
    for (side, records) in known {
      for record in records {
        do {
          try sums.add(record, of: side)
          try all.add(record, of: side)
        } catch { hasOverflow = true }
      }
    }
    sums.differences += Int64(differences.count)
    all.differences += Int64(differences.count)
    groups[Group(day: day, institution: institution)] = sums
    for difference in differences { sink.write(ReconcileTables.difference(id, difference, day, institution)) }
  }

  /// The amounts that the rules of the day compare; nil when no rules say it.
  private mutating func compared(on day: CivilDate) -> [SettlementAmount]? {
    if let known = rules[day] { return known }
    let found = book.entry(of: question.region, on: day)?.rules.reconciliation?.compares.map(\.value)
    rules[day] = .some(found)
    return found
  }
}
