import ArgumentParser
import Findings
import FundDesk
import Host
import Records
import RegionPolicy
import Registry

/// How an answer of the fund side is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// Asks questions of the fund side: loads the rules, reports findings, and ends the command with the right code.
struct FundAnswers {
  let rules: PolicyOptions
  let options: LanguageOptions

  /// The answer as a whole, for questions whose answers are short.
  func ask(_ question: any FundQuestion) throws -> [AnswerRecord] {
    let list = AnswerList()
    try ask(question, to: list)
    return list.records
  }

  /// - Throws: the exit code for input that cannot be read, rules that cannot be used, and full disks.
  func ask(_ question: any FundQuestion, to sink: any AnswerSink) throws {
    let collector = FindingCollector()
    try rules.withRules(options) { policies in
      do {
        try question.answer(FundRuleBook(policies.rules), to: sink, collector: collector)
      } catch let failure as SystemFailure {
        collector.report(.spillFailed, at: nil, ["reason": failure.reason])
      }
    }
    options.report(collector.findings)
    try FindingOptions.requireUsable(collector.findings)
    if collector.findings.contains(where: { [.claimsUnreadable, .spillFailed].contains($0.kind) }) {
      throw ExitCode.unusable
    }
    if collector.hasErrors { throw ExitCode.findings }
  }

  /// Asks, writes what was answered, and reports what was found.
  ///
  /// - Throws: as `ask` and `finish` do.
  func show(_ question: any FundQuestion, _ format: AnswerFormat) throws {
    let list = AnswerList()
    let outcome = Result { try ask(question, to: list) }
    switch format {
    case .json: writeLines(list.records)
    case .text: StandardStreams.output(AnswerTables(list.records, options: options).text)
    }
    try outcome.get()
    try finish(list.records)
  }

  func writeLines(_ answer: [AnswerRecord]) {
    var output = OutputBuffer()
    for record in answer { output.write(record.json + "\n") }
    output.flush()
  }

  /// - Throws: the exit code for records that were refused.
  func finish(_ answer: [AnswerRecord]) throws {
    try finish(refused: answer.count { $0.kind.name == RefusedRecord.kind.name })
  }

  /// - Throws: the exit code for records that were refused.
  func finish(refused count: Int) throws {
    if count == 0 { return }
    StandardStreams.error(options.say("\(count) 条记录不能处理\n", "\(count) records were refused\n"))
    throw ExitCode.findings
  }
}

/// Writes the records of an answer to standard output, one JSON a line, as they come.
final class AnswerLines: AnswerSink {
  private var output = OutputBuffer()
  private(set) var refused = 0

  func write(_ record: AnswerRecord) {
    if record.kind.name == RefusedRecord.kind.name { refused += 1 }
    output.write(record.json + "\n")
  }

  func flush() { output.flush() }
}
