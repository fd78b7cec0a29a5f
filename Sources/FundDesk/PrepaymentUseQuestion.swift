import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// How much of each prepayment a month's clearing used up, which warnings that gives, and who may ask for more until when
/// (Beijing art. 19, Inner Mongolia art. 26).
package struct PrepaymentUseQuestion: FundQuestion {
  package let month: CivilMonth
  package let cleared: [RecordSource]
  package let amounts: RecordSource
  /// The day on which the month's clearing was signed; nil when it was not.
  package let signedOn: CivilDate?

  package init(month: CivilMonth, cleared: [RecordSource], amounts: RecordSource, signedOn: CivilDate?) {
    self.month = month
    self.cleared = cleared
    self.amounts = amounts
    self.signedOn = signedOn
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let months = ClearedMonths.read(cleared, to: sink, collector).filter { $0.month == month }
    let prepaid = ClearedMonths.prepayments(amounts, to: sink, collector)
    if collector.hasErrors { return }
    if months.isEmpty {
      collector.report(.prepaymentMonthUnknown, at: nil, ["month": "\(month)"])
      return
    }
    guard let used = used(months, collector) else { return }
    let pairs = Set(prepaid.keys).union(used.keys).sorted { ($0.home, $0.treatment) < ($1.home, $1.treatment) }
    for pair in pairs {
      // The rules are those of the province that holds the money.
      let side = pair.treatment
      guard let rules = book.entry(of: side, on: month.lastDay)?.rules.prepayment, rules.warnings != nil else {
        collector.report(.prepaymentNoWarnings, at: nil, ["region": side.text, "month": "\(month)"])
        continue
      }
      sink.write(
        record(pair, used[pair] ?? .zero, prepaid[pair] ?? .zero, rules, book.catalogue.holidays, collector))
    }
  }

  /// The sums by pair; nil and a finding when one does not fit.
  private func used(_ months: [ClearedMonth], _ collector: FindingCollector) -> [ClearingTally.Pair: Fen]? {
    var sums: [ClearingTally.Pair: Fen] = [:]
    for item in months {
      do throws(ArithmeticOverflow) {
        sums[item.pair] = try (sums[item.pair] ?? .zero).adding(item.owed)
      } catch {
        collector.report(
          .prepaymentOverflow, at: nil, ["home": item.pair.home.text, "treatment": item.pair.treatment.text])
        return nil
      }
    }
    return sums
  }

  private func record(
    _ pair: ClearingTally.Pair, _ used: Fen, _ prepaid: Fen, _ rules: PrepaymentRules, _ holidays: HolidayCalendar,
    _ collector: FindingCollector
  ) -> AnswerRecord {
    let warning = rules.warning(used: used, of: prepaid)
    let emergency = warning.flatMap { rules.opensEmergency($0.value) ? rules.emergency : nil }
    var until: CivilDate?
    if let within = emergency?.within, let signedOn {
      do throws(UnknownHolidays) {
        until = try holidays.end(of: within.value, after: signedOn)
      } catch {
        collector.report(.holidaysUnknown, at: nil, ["year": "\(error.year)"])
      }
    }
    let citations = [warning?.citation, emergency?.asks.citation].compactMap { $0 }
    let basis = citations.reduce(nil) { (found: Basis?, citation) in max(found ?? citation.basis, citation.basis) }
    return AnswerRecord(
      PrepaymentTables.use,
      [
        .text("\(month)"), .text(pair.home.text), .text(pair.treatment.text), .fen(used), .fen(prepaid),
        Share.percent(used.count, of: prepaid.count).map { .percent($0) },
        warning.map { .word(Word($0.value.rawValue, $0.value.chinese)) },
        emergency.map { .word(Word($0.asks.value.rawValue, $0.asks.value.chinese)) }, until.map { .date($0) },
        citations.first.map { .text($0.text) }, basis.map { .text($0.rawValue) },
      ])
  }

  package static let kind = FundQuestionKind(
    Word("prepayment_use", "预付金使用率"),
    options: [
      Key("month", "清算期", .scalar(.month), required: true, meaning: Word("the month that was cleared", "哪一期清算")),
      Key("signed_on", "签章日", .scalar(.wireDate), meaning: Word("day on which its clearing was signed", "当期清算签章的日期")),
    ],
    inputs: [
      .init(Word("cleared", "清算结果"), ClearTableKinds.cleared, meaning: Word("cleared months", "各期的清算结果")),
      .init(Word("amounts", "预付金"), PrepaymentTables.prepayment, meaning: Word("the prepayments", "预付金额度")),
    ],
    tables: [PrepaymentTables.use, RefusedRecord.kind]
  ) { request in
    guard let month = request.month("month"), let cleared = request.records("cleared"),
      let amounts = request.records("amounts")
    else { return nil }
    return PrepaymentUseQuestion(
      month: month, cleared: [cleared], amounts: amounts, signedOn: request.date("signed_on"))
  }
}
