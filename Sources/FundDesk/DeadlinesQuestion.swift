import Claims
import Findings
import Format
import FundSide
import Host
import PolicyModel
import Records
import Values

/// By when what has to be done after an event, or all that a region's rules say about deadlines.
package struct DeadlinesQuestion: FundQuestion {
  package let region: RegionCode
  /// Nil for all there are.
  package let event: DeadlineEvent?
  /// The day of the event, and the day whose rules are asked.
  package let on: CivilDate

  package init(region: RegionCode, event: DeadlineEvent?, on: CivilDate) {
    self.region = region
    self.event = event
    self.on = on
  }

  package func answer(_ book: FundRuleBook, to sink: any AnswerSink, collector: FindingCollector)
    throws(SystemFailure)
  {
    collector.add(answer(book, to: sink))
  }

  /// Answers, and says why there is no answer.
  func answer(_ book: FundRuleBook, to sink: any AnswerSink) -> [Finding] {
    guard let rules = book.entry(of: region, on: on)?.rules.deadlines, !rules.isEmpty else {
      return [Finding(.deadlineRulesMissing, at: nil, ["region": region.text, "day": "\(on)"])]
    }
    let wanted = rules.filter { event == nil || $0.event.value == event }
    if wanted.isEmpty, let event {
      return [Finding(.noDeadline, at: nil, ["region": region.text, "event": event.chinese])]
    }
    var findings: [Finding] = []
    for rule in wanted {
      do throws(UnknownHolidays) {
        sink.write(record(rule, due: try rule.dueDay(after: on, book.catalogue.holidays), book.catalogue))
      } catch {
        findings.append(Finding(.holidaysUnknown, at: nil, ["year": "\(error.year)"]))
      }
    }
    return findings
  }

  private func record(_ rule: DeadlineRule, due: CivilDate, _ catalogue: Catalogue) -> AnswerRecord {
    let calendar = rule.needsHolidays ? catalogue.holidays.documents(after: on, through: due) : []
    let basis = calendar.reduce(rule.citation.basis) { max($0, $1.basis) }
    return AnswerRecord(
      DeadlinesQuestion.deadline,
      [
        .text(region.text), .text(rule.id), .text(rule.title),
        .word(Word(rule.event.value.rawValue, rule.event.value.chinese)), .date(on), .date(due),
        .text(rule.citation.text), .text(basis.rawValue),
        calendar.isEmpty ? nil : .text(calendar.map(\.document).joined(separator: "、")),
      ])
  }

  package static let deadline = RecordKind(
    Word("deadline", "期限"),
    [
      Key("region", "地区", .scalar(.regionCode), required: true, meaning: Word("region", "地区")),
      .text("rule", "规则", "its name in the rule file", "规则文件里的名字"), .text("title", "事项", "what has to be done", "要办的事"),
      Key(
        "event", "事件",
        .choice(ChoiceShape(Word("event", "事件"), DeadlineEvent.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("what it begins with", "从什么起算")),
      Key("on", "发生日", .scalar(.wireDate), meaning: Word("day of the event", "事件的日期")),
      Key("due", "到期日", .scalar(.wireDate), meaning: Word("last day to do it", "最后一天")),
      .text("clause", "依据", "clause", "条款"),
      .text("basis", "依据性质", "how firm clause and calendar are", "official 官方，reported 转述，assumed 假定"),
      .text("calendar", "节假日安排", "documents that working days were counted by", "计算工作日所用的节假日通知"),
    ])

  package static let kind = FundQuestionKind(
    Word("deadlines", "期限"),
    options: [
      Key("region", "地区", .scalar(.regionCode), required: true, meaning: Word("whose rules", "哪个地区的规则")),
      Key(
        "event", "事件",
        .choice(ChoiceShape(Word("event", "事件"), DeadlineEvent.allCases.map { Word($0.rawValue, $0.chinese) })),
        meaning: Word("what happened; all deadlines when left out", "发生了什么；不写为全部期限")),
      Key("on", "发生日", .scalar(.wireDate), required: true, meaning: Word("day of the event", "事件的日期")),
    ],
    inputs: [], tables: [deadline]
  ) { request in
    guard let region = request.region("region"), let on = request.date("on") else { return nil }
    return DeadlinesQuestion(region: region, event: request.text("event").flatMap(DeadlineEvent.init), on: on)
  }
}
