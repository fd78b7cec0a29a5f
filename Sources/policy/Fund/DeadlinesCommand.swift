import ArgumentParser
import Findings
import FundDesk
import PolicyModel
import Values

struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "办理期限 by when what has to be done after an event, by the region's rules and the holiday calendar",
    discussion: """
      事件 events：
      \(DeadlineEvent.allCases.map { "  \($0.rawValue) \($0.chinese)" }.joined(separator: "\n"))
      """)

  @Option(help: "地区 region")
  var region: String

  @Option(help: "事件，不写为全部 the event; all deadlines when left out")
  var event: DeadlineEvent?

  @Option(help: "事件的日期，如 2024-02-23 day of the event")
  var on: CivilDate

  @Option(help: "输出格式 output: text table, or json lines")
  var format: AnswerFormat = .text

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if RegionCode(region) == nil {
      throw ValidationError(options.say("--region 写六位代码：\(region)", "--region takes a code of six digits: \(region)"))
    }
  }

  func run() throws {
    guard let region = RegionCode(region) else { return }
    let desk = FundAnswers(rules: rules, options: options)
    try desk.show(DeadlinesQuestion(region: region, event: event, on: on), format)
  }
}

extension DeadlineEvent: ExpressibleByArgument {}
