import ArgumentParser
import Findings
import FundDesk
import Records
import Values

struct PrepaymentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepayment",
    abstract: "预付金 yearly prepayments and their adjustment; or how much of them a month used up",
    discussion: """
      核定额度：policy prepayment cleared.ndjson --year 2025 --former former.ndjson
      使用率和预警：policy prepayment cleared.ndjson --use 2025-01 --amounts prepaid.ndjson --signed 2025-02-24
      cleared 表由 policy clear --format json 输出。The files of cleared months are what policy clear writes.
      """)

  @Argument(help: "各期清算结果 files of cleared months")
  var files: [String]

  @Option(help: "核定哪一年的额度 the year that is prepaid")
  var year: Int?

  @Option(help: "调整前的额度 file of the former prepayments")
  var former: String?

  @Option(help: "看哪一期的使用率 the month whose use is asked for")
  var use: CivilMonth?

  @Option(help: "预付金额度 file of the prepayments")
  var amounts: String?

  @Option(help: "当期清算签章的日期 day on which the month's clearing was signed")
  var signed: CivilDate?

  @Option(help: "输出格式 output: text tables, or json lines")
  var format: AnswerFormat = .text

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if (year == nil) == (use == nil) {
      throw ValidationError(options.say("写 --year 或 --use 之一", "takes one of --year and --use"))
    }
    if (use == nil) != (amounts == nil) {
      throw ValidationError(options.say("--use 和 --amounts 一起用", "--use and --amounts go together"))
    }
    if year == nil, former != nil {
      throw ValidationError(options.say("--former 和 --year 一起用", "--former goes with --year"))
    }
    if use == nil, signed != nil {
      throw ValidationError(options.say("--signed 和 --use 一起用", "--signed goes with --use"))
    }
  }

  func run() throws {
    let cleared = files.map { RecordSource.file($0) }
    let desk = FundAnswers(rules: rules, options: options)
    if let year {
      try desk.show(
        PrepaymentQuestion(year: year, cleared: cleared, former: former.map { .file($0) }), format)
    } else if let use, let amounts {
      try desk.show(
        PrepaymentUseQuestion(month: use, cleared: cleared, amounts: .file(amounts), signedOn: signed), format)
    }
  }
}
