import ArgumentParser
import Findings
import Format
import FundDesk
import FundSide
import Records
import Values

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "对账 whether place of treatment, place of insurance and nation know the same settlements",
    discussion: "NDJSON 或 CSV，多大都行；有差异时退出码为 1。NDJSON or CSV of any size; exits 1 on any difference.")

  @Argument(help: "就医地的结算记录 records of the place of treatment")
  var treatment: String

  @Argument(help: "参保地的结算记录 records of the place of insurance")
  var home: String

  @Argument(help: "国家的结算记录 records of the nation")
  var national: String?

  @Option(help: "只对这一天，如 2024-01-31 the only day")
  var day: CivilDate?

  @Option(help: "只对这个月，如 2024-01 the only month")
  var month: CivilMonth?

  @Option(help: "按哪个地区的规则 whose rules say which amounts are compared")
  var region = "100000"

  @Option(help: "输出格式 output: text tables, or json lines")
  var format: AnswerFormat = .text

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  /// Differences that tables list; all are in the lines of JSON.
  private static let mostListed = 1000

  func validate() throws {
    if day != nil, month != nil {
      throw ValidationError(options.say("--day 和 --month 不能同用", "--day and --month exclude each other"))
    }
    if RegionCode(region) == nil {
      throw ValidationError(options.say("--region 写六位代码：\(region)", "--region takes a code of six digits: \(region)"))
    }
  }

  func run() throws {
    guard let region = RegionCode(region) else { return }
    let files: [(side: ReconciledSide, path: String?)] = [
      (.treatment, treatment), (.home, home), (.national, national),
    ]
    let question = ReconcileQuestion(
      sides: files.compactMap { file in file.path.map { (side: file.side, records: .file($0)) } },
      days: day.map { $0...$0 } ?? month.map { $0.firstDay...$0.lastDay }, region: region)
    let desk = FundAnswers(rules: rules, options: options)
    let sink = ReconciliationSink(keeping: format == .text ? ReconcileCommand.mostListed : nil)
    try desk.ask(question, to: sink)
    sink.flush()
    if format == .text { StandardStreams.output(AnswerTables(sink.kept, options: options).text) }
    if sink.differences > ReconcileCommand.mostListed, format == .text {
      StandardStreams.error(
        options.say(
          "共 \(sink.differences) 处差异，只列出前 \(ReconcileCommand.mostListed) 处；全部见 --format json\n",
          "\(sink.differences) differences, the first \(ReconcileCommand.mostListed) are listed; all are in --format json\n"
        ))
    }
    if sink.differences + sink.refused > 0 { throw ExitCode.findings }
  }
}

/// Writes records as they come, or keeps those that tables show.
final class ReconciliationSink: AnswerSink {
  private let lines: AnswerLines?
  private let most: Int
  private(set) var kept: [AnswerRecord] = []
  private(set) var differences = 0
  private(set) var refused = 0

  /// - Parameter most: how many records of each table are kept; nil to write all.
  init(keeping most: Int?) {
    self.most = most ?? 0
    lines = most == nil ? AnswerLines() : nil
  }

  private var counts: [String: Int] = [:]

  func write(_ record: AnswerRecord) {
    let table = record.kind.name.english
    if table == "difference" { differences += 1 }
    if table == RefusedRecord.kind.name.english { refused += 1 }
    if let lines {
      lines.write(record)
    } else if counts[table, default: 0] < most {
      counts[table, default: 0] += 1
      kept.append(record)
    }
  }

  func flush() { lines?.flush() }
}
