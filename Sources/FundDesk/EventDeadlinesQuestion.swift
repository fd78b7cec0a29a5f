import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// By when what has to be done after each of many events.
package struct EventDeadlinesQuestion: FundQuestion {
  package let events: RecordSource

  package init(events: RecordSource) { self.events = events }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    let isRead = RecordReader(EventDeadlinesQuestion.event).forEach(of: events) { line in
      switch line {
      case .refused(let file, let number, let findings):
        refuse(findings, file: file, line: number, to: sink)
      case .record(let record):
        guard let region = record.region("region"), let on = record.date("on") else { return }
        let event = record.text("event").flatMap(DeadlineEvent.init)
        let findings = DeadlinesQuestion(region: region, event: event, on: on).answer(book, to: sink)
        refuse(findings, file: record.file, line: record.line, to: sink)
      }
    }
    if !isRead { collector.report(.claimsUnreadable, at: nil, ["path": events.name]) }
  }

  /// One record for each reason; a year without holidays is one for all deadlines of an event that it leaves open.
  private func refuse(_ findings: [Finding], file: String, line: Int, to sink: any AnswerSink) {
    var seen: Set<String> = []
    for finding in findings where seen.insert(finding.message(in: .chinese)).inserted {
      sink.write(RefusedRecord(file: file, line: line, id: nil, finding).record)
    }
  }

  package static let event = RecordKind(
    Word("deadline_event", "期限事件"),
    [
      Key("region", "地区", .scalar(.regionCode), required: true, meaning: Word("whose rules", "哪个地区的规则")),
      Key(
        "event", "事件",
        .choice(ChoiceShape(Word("event", "事件"), DeadlineEvent.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("what happened; all deadlines when left out", "发生了什么；不写为全部期限")),
      Key("on", "发生日", .scalar(.wireDate), required: true, meaning: Word("day of the event", "事件的日期")),
    ])

  package static let kind = FundQuestionKind(
    Word("event_deadlines", "逐条期限"), options: [],
    inputs: [.init(Word("events", "事件"), event, meaning: Word("what happened where and when", "哪里、哪天、发生了什么"))],
    tables: [DeadlinesQuestion.deadline, RefusedRecord.kind]
  ) { request in request.records("events").map { EventDeadlinesQuestion(events: $0) } }
}
