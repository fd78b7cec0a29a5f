import ArgumentParser
import Findings
import FundDesk
import Records
import Values

struct InquiryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inquiry",
    abstract: "费用协查 where inquiries into costs stand on a day; or which settlements may be inquired into",
    discussion: """
      协查申请：policy inquiry inquiries.ndjson --on 2024-03-27
      可以协查的费用：policy inquiry --select settlements.ndjson
      """)

  @Argument(help: "协查申请文件，- 为标准输入 file of applications and answers, - for standard input")
  var file: String?

  @Option(help: "看哪一天的状态 the day they are looked at")
  var on: CivilDate?

  @Option(help: "列出这些结算记录里可以协查的 files of settlement records, for those that may be inquired into")
  var select: [String] = []

  @Option(help: "输出格式 output: text tables, or json lines")
  var format: AnswerFormat = .text

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if (file == nil) == select.isEmpty {
      throw ValidationError(options.say("写申请文件，或写 --select", "takes a file of applications, or --select"))
    }
    if (file == nil) != (on == nil) {
      throw ValidationError(options.say("看申请的状态要写 --on", "the state of applications needs --on"))
    }
  }

  func run() throws {
    let desk = FundAnswers(rules: rules, options: options)
    if let file, let on {
      try desk.show(InquiryQuestion(inquiries: .file(file), on: on), format)
    } else {
      try desk.show(InquirySelection(records: select.map { .file($0) }), format)
    }
  }
}
