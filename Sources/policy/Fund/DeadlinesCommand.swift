import ArgumentParser
import Findings
import FundDesk
import PolicyModel
import Records
import Values

struct DeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "办理期限 by when what has to be done after an event, by the region's rules and the holiday calendar",
    discussion: """
      一件事：policy deadlines --region 110000 --event clearing_notice --on 2024-02-08
      许多事：policy deadlines events.ndjson，每行 {"region": "110000", "event": "clearing_notice", "on": "2024-02-08"}
      事件 events：
      \(DeadlineEvent.allCases.map { "  \($0.rawValue) \($0.chinese)" }.joined(separator: "\n"))
      """)

  @Argument(help: "事件文件，- 为标准输入 file of events, - for standard input")
  var file: String?

  @Option(help: "地区 region")
  var region: String?

  @Option(help: "事件，不写为全部 the event; all deadlines when left out")
  var event: DeadlineEvent?

  @Option(help: "事件的日期，如 2024-02-23 day of the event")
  var on: CivilDate?

  @Option(help: "输出格式 output: text table, or json lines")
  var format: AnswerFormat = .text

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    let isOne = region != nil && on != nil
    if isOne == (file != nil) || file != nil && (region != nil || on != nil || event != nil) {
      throw ValidationError(
        options.say("写事件文件，或写 --region 和 --on", "takes a file of events, or --region and --on"))
    }
    if let region, RegionCode(region) == nil {
      throw ValidationError(options.say("--region 写六位代码：\(region)", "--region takes a code of six digits: \(region)"))
    }
  }

  func run() throws {
    let desk = FundAnswers(rules: rules, options: options)
    if let file {
      try desk.show(EventDeadlinesQuestion(events: .file(file)), format)
    } else if let region = region.flatMap({ RegionCode($0) }), let on {
      try desk.show(DeadlinesQuestion(region: region, event: event, on: on), format)
    }
  }
}

extension DeadlineEvent: ExpressibleByArgument {}
