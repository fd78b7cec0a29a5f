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
    // Equal keys stay in the order of the sides.
    let sorted = try files.sorted(memory: memory) { record, _ in Array(record.id.utf8) }
    guard var sorter = sorted else { return }
    var run = ReconciliationRun(self, book, sink)
    while let entry = try sorter.popFirst() {
      run.take(entry)
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
  private var id: [UInt8] = []
  /// What the sides have of the settlement.
  private var known: [[UInt8]] = []
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

  mutating func take(_ entry: ExternalSorter.Entry) {
    // By its bytes: to a sorter, texts that only look the same are not.
    if entry.key != id {
      compare()
      id = entry.key
    }
    known.append(entry.payload)
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
    guard let first = known.first.flatMap({ SettlementBytes($0) }) else { return }
    if isSameOnAllSides {
      settle(names.map { ($0, first.record) }) { _ in [] }
      return
    }
    let items = known.compactMap { SettlementBytes($0) }
    let records = items.map { (names[$0.file], $0.record) }
    settle(records) { [names] compares in
      Reconciliation.differences(
        Dictionary(grouping: records, by: \.0).mapValues { $0.map(\.1) }, among: names, compares: compares)
    }
  }

  /// Whether each side has it once, and says the same to the byte: then nothing can differ.
  private var isSameOnAllSides: Bool {
    guard known.count == names.count else { return false }
    return known.indices.allSatisfy { index in
      SettlementBytes.file(of: known[index]) == index
        && SettlementBytes.content(of: known[index]) == SettlementBytes.content(of: known[0])
    }
  }

  /// Adds what the sides have of one settlement to the sums, and writes the differences.
  private mutating func settle(
    _ records: [(side: ReconciledSide, record: SettlementRecord)],
    _ differences: (_ compares: [SettlementAmount]) -> [ReconciliationDifference]
  ) {
    guard let day = records.lazy.map(\.record.settledOn).min() else { return }
    if let days = question.days, !records.contains(where: { days.contains($0.record.settledOn) }) { return }
    guard let compares = compared(on: day) else {
      withoutRules = withoutRules ?? day
      return
    }
    let found = differences(compares)
    let institution = records.lazy.compactMap(\.record.institution).first ?? ""
    let group = Group(day: day, institution: institution)
    for (side, record) in records {
      do {
        try groups[group, default: ReconciledSums()].add(record, of: side)
        try all.add(record, of: side)
      } catch { hasOverflow = true }
    }
    groups[group, default: ReconciledSums()].differences += Int64(found.count)
    all.differences += Int64(found.count)
    guard let id = String(validating: id, as: UTF8.self) else { return }
    for difference in found { sink.write(ReconcileTables.difference(id, difference, day, institution)) }
  }

  /// The amounts that the rules of the day compare; nil when no rules say it.
  private mutating func compared(on day: CivilDate) -> [SettlementAmount]? {
    if let known = rules[day] { return known }
    let found = book.entry(of: question.region, on: day)?.rules.reconciliation?.compares.map(\.value)
    rules[day] = .some(found)
    return found
  }
}
