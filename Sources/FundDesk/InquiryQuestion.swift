import Claims
import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// Where applications to look into costs stand: taken or not, their period, when they are due, and what becomes of late
/// ones (Beijing art. 48, Inner Mongolia art. 63).
package struct InquiryQuestion: FundQuestion {
  package let inquiries: RecordSource
  /// The day they are looked at.
  package let on: CivilDate

  package init(inquiries: RecordSource, on: CivilDate) {
    self.inquiries = inquiries
    self.on = on
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let reader = RecordReader(InquiryRecords.inquiry)
    let isRead = reader.forEach(of: inquiries) { line in
      switch line {
      case .refused(let file, let number, let findings):
        for finding in findings { sink.write(RefusedRecord(file: file, line: number, id: nil, finding).record) }
      case .record(let record):
        let id = record.text("inq_id")
        switch answer(to: record, book) {
        case .success(let answer): sink.write(answer)
        case .failure(let finding):
          sink.write(RefusedRecord(file: record.file, line: record.line, id: id, finding).record)
        }
      }
    }
    if !isRead { collector.report(.claimsUnreadable, at: nil, ["path": inquiries.name]) }
  }

  private func answer(to record: Record, _ book: FundRuleBook) -> Result<AnswerRecord, Finding> {
    guard let inquiry = InquiryRecords.inquiry(record, book.catalogue) else {
      let code = record.text("med_type") ?? ""
      return .failure(
        Finding(.recordCodeUnknown, at: record.place(of: "med_type"), ["field": "med_type", "code": code]))
    }
    guard let rules = book.entry(of: inquiry.insuredIn, on: inquiry.appliedOn)?.rules.costInquiry else {
      return .failure(
        Finding(.inquiryNoRules, at: nil, ["region": inquiry.insuredIn.text, "day": "\(inquiry.appliedOn)"]))
    }
    do throws(InquiryRefusal) {
      let state = try rules.state(of: inquiry, on: on, book.catalogue.holidays)
      return .success(InquiryRecords.answer(inquiry, state, rules))
    } catch {
      return .failure(InquiryRecords.finding(error, inquiry.id, rules, inquiry.distance))
    }
  }

  package static let kind = FundQuestionKind(
    Word("inquiry", "费用协查"),
    options: [
      Key("on", "查看日", .scalar(.wireDate), required: true, meaning: Word("the day they are looked at", "看哪一天的状态"))
    ],
    inputs: [
      .init(Word("inquiries", "协查申请"), InquiryRecords.inquiry, meaning: Word("applications and answers", "协查申请和结果"))
    ],
    tables: [InquiryRecords.state, RefusedRecord.kind]
  ) { request in
    guard let inquiries = request.records("inquiries"), let on = request.date("on") else { return nil }
    return InquiryQuestion(inquiries: inquiries, on: on)
  }
}

/// The settlements that may be inquired into.
package struct InquirySelection: FundQuestion {
  package let records: [RecordSource]

  package init(records: [RecordSource]) { self.records = records }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let files = SettlementFiles(sources: records, catalogue: book.catalogue, sink: sink, collector: collector)
    _ = files.forEach { record, _, _ in
      if let chosen = chosen(record, book) { sink.write(chosen) }
    }
  }

  private func chosen(_ record: SettlementRecord, _ book: FundRuleBook) -> AnswerRecord? {
    guard record.kind == .settlement,
      let rules = book.entry(of: record.insuredIn, on: record.settledOn)?.rules.costInquiry
    else { return nil }
    let distance = CostInquiry.distance(from: record.insuredIn, to: record.treatedAt)
    do {
      try rules.check(visit: record.visit, total: record.amounts[.total], distance: distance)
    } catch { return nil }
    return AnswerRecord(
      InquiryRecords.selected,
      [
        .text(record.id), .text(record.insuredIn.text), .text(record.treatedAt.text),
        record.institution.map { .text($0) }, .date(record.settledOn), record.amounts[.total].map { .fen($0) },
        rules.least(distance).map { .fen($0.value) }, rules.least(distance).map { .text($0.citation.text) },
      ])
  }

  package static let kind = FundQuestionKind(
    Word("inquiry_selection", "可协查费用"), options: [],
    inputs: [.init(Word("records", "结算记录"), SettlementRecord.recordKind, meaning: Word("settlements", "结算记录"))],
    tables: [InquiryRecords.selected, RefusedRecord.kind]
  ) { request in request.records("records").map { InquirySelection(records: [$0]) } }
}
