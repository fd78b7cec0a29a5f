import ArgumentParser
import Findings
import FundDesk
import FundSide
import PolicyModel
import Records
import Values

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "异地就医运行分析 how treatment elsewhere ran: direct settlement, costs, shares and growth, by kind, place and month",
    discussion: "读结算、退费和扣款记录（NDJSON 或 CSV）。Reads settlements, refunds and deductions, NDJSON or CSV.")

  @Argument(help: "结算记录文件，- 为标准输入 files of settlement records, - for standard input")
  var files: [String]

  @Option(help: "起月，如 2024-01 first month")
  var from: CivilMonth

  @Option(help: "止月，不写为同一个月 last month; the first when left out")
  var to: CivilMonth?

  @Option(help: "哪个地区的，不写为全国 whose report; the nation's when left out")
  var region: String?

  @Option(help: "作为参保地还是就医地 seen as place of insurance or of treatment: home, treatment")
  var side: TreatmentSide = .home

  @Option(help: "输出格式 output: text tables, or json lines")
  var format: AnswerFormat = .text

  @Option(help: "另外写到文件夹：CSV 和网页 folder that also gets CSV files and a page")
  var write: String?

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if let to, to < from { throw ValidationError(options.say("--to 早于 --from", "--to is before --from")) }
    if let region, RegionCode(region) == nil {
      throw ValidationError(options.say("--region 写六位代码：\(region)", "--region takes a code of six digits: \(region)"))
    }
  }

  func run() throws {
    let question = ReportQuestion(
      records: files.map { .file($0) }, months: from...(to ?? from), region: region.flatMap { RegionCode($0) },
      side: side)
    let desk = FundAnswers(rules: rules, options: options)
    let answer = try desk.ask(question)
    switch format {
    case .json: desk.writeLines(answer)
    case .text: StandardStreams.output(AnswerTables(answer, options: options).text)
    }
    if let write {
      let folder = AnswerFolder(path: write, options: options)
      try folder.write(answer)
      let page = OperationsPage(records: answer, subject: subject, options: options)
      try folder.write(page.html, named: options.say("运行分析.html", "operations.html"))
    }
    try desk.finish(answer)
  }

  private var subject: String {
    let months = to.map { options.say("\(from) 至 \($0)", "\(from) to \($0)") } ?? "\(from)"
    let seen =
      side == .home ? options.say("作为参保地", "as place of insurance") : options.say("作为就医地", "as place of treatment")
    return [months, seen].joined(separator: options.say("，", ", "))
  }
}

extension CivilMonth: ExpressibleByArgument {
  /// `2024-01`.
  public init?(argument: String) { self.init(argument) }
}

extension TreatmentSide: ExpressibleByArgument {}
