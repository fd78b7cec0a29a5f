import Claims
import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// How treatment elsewhere ran: direct settlement, costs and shares by kind, place and month, against the year before
/// (Inner Mongolia art. 59; Xinjiang's goals).
package struct ReportQuestion: FundQuestion {
  package let records: [RecordSource]
  package let months: ClosedRange<CivilMonth>
  package let region: RegionCode?
  package let side: TreatmentSide

  package init(records: [RecordSource], months: ClosedRange<CivilMonth>, region: RegionCode?, side: TreatmentSide) {
    self.records = records
    self.months = months
    self.region = region
    self.side = side
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    guard let report = report(book, to: sink, collector: collector) else { return }
    write(report, book, to: sink, collector: collector)
  }

  /// The report over all records; those that cannot be read are in the answer, and nil when a file cannot.
  private func report(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector) -> OperationsReport? {
    var report = OperationsReport(months: months, region: region, side: side)
    let files = SettlementFiles(sources: records, catalogue: book.catalogue, sink: sink, collector: collector)
    _ = files.forEach { record, _, _ in
      do { try report.add(record) } catch { collector.report(.reportOverflow, at: nil, ["id": record.id]) }
    }
    return collector.hasErrors ? nil : report
  }

  private func write(
    _ report: OperationsReport, _ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector
  ) {
    for grouping in OperationsReport.Grouping.allCases {
      for row in report.rows(of: grouping, byFunds: grouping == .partner || grouping == .institution) {
        sink.write(record(row, book.catalogue))
      }
    }
    let region = region ?? FundRuleBook.nation
    guard let region, let rules = book.entry(of: region, on: report.months.upperBound.lastDay)?.rules.operations
    else { return }
    do {
      for reached in try report.reached(rules) { sink.write(goal(reached)) }
    } catch {
      collector.report(.reportOverflow, at: rules.place, ["id": "operations"])
    }
  }

  private func record(_ row: OperationsReport.Row, _ catalogue: Catalogue) -> AnswerRecord {
    let (now, before) = (row.now, row.before)
    func growth(_ amount: SettlementAmount) -> AnswerRecord.Value? {
      guard let after = now.mean(amount), let earlier = before.mean(amount) else { return nil }
      return Share.growth(from: earlier.count, to: after.count).map { .percent($0) }
    }
    let share = now.sum(.funds).flatMap { funds in
      now.sum(.total).flatMap { Share.percent(funds.count, of: $0.count) }
    }
    return AnswerRecord(
      ReportQuestion.operations,
      [
        .word(Word(row.grouping.rawValue, row.grouping.chinese)),
        row.group.isEmpty ? nil : .text(row.group), name(row, catalogue), .count(Int(now.times)),
        .count(Int(now.direct)), Share.percent(now.direct, of: now.times).map { .percent($0) },
        Share.growth(from: before.times, to: now.times).map { .percent($0) }, now.sum(.total).map { .fen($0) },
        now.sum(.funds).map { .fen($0) }, share.map { .percent($0) }, now.mean(.total).map { .fen($0) },
        growth(.total), now.mean(.funds).map { .fen($0) }, now.mean(.drugs).map { .fen($0) }, growth(.drugs),
        now.mean(.materials).map { .fen($0) }, growth(.materials), now.mean(.examinations).map { .fen($0) },
        growth(.examinations),
      ])
  }

  /// What people call the group.
  private func name(_ row: OperationsReport.Row, _ catalogue: Catalogue) -> AnswerRecord.Value? {
    switch row.grouping {
    case .all: return region.flatMap { catalogue.regions[$0]?.name }.map { .text($0) }
    case .month, .institution: return nil
    case .visit:
      return Dimension.visit.values.first { $0.id == row.group }.map { .word($0.word) }
    case .insurance:
      return SettlementRecord.Insurance(rawValue: row.group).map { .word(Word($0.rawValue, $0.chinese)) }
    case .partner:
      return RegionCode(row.group).flatMap { catalogue.regions[$0]?.name }.map { .text($0) }
    }
  }

  private func goal(_ reached: OperationsReport.Reached) -> AnswerRecord {
    let goal = reached.goal
    return AnswerRecord(
      ReportQuestion.goals,
      [
        .text(goal.title), .count(Int(reached.tally.times)), .count(Int(reached.tally.direct)),
        Share.percent(reached.tally.direct, of: reached.tally.times).map { .percent($0) },
        .percent("\(goal.atLeast.value)"), .date(goal.by.value), reached.isReached.map { .flag($0) },
        .text(goal.atLeast.citation.text), .text(goal.atLeast.citation.basis.rawValue),
      ])
  }
}
