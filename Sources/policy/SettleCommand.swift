import ArgumentParser
import Claims
import Findings
import FoundationEssentials
import Lines
import PolicyReading
import RegionPolicy
import Registry

struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "结算 settle claims: one (FILE.json) or many, one JSON a line (any other FILE, or - for standard input)",
    discussion: "每行请求对应一行结果，顺序不变；不能结算的也有一行。One line out for every line in, in order.")

  @Argument(help: "结算请求文件，- 为标准输入 file of claims, - for standard input")
  var file = "-"

  @Flag(help: "逐步说明，每个数带条款 show every step with its clause")
  var explain = false

  @Flag(
    help:
      "同一人的各行按时间先后，累计自动接续 each person's claims are in the order of time and carry their accounts on")
  var carryAccounts = false

  @Option(
    parsing: .upToNextOption,
    help: "同一请求按这些参保地各结算一次，列表比较 settle one claim as if insured in each of these regions, side by side")
  var under: [String] = []

  @Option(help: "输出格式 output: json lines, or text tables (the default with --explain)")
  var format: SettlementOutput?

  @OptionGroup var streaming: StreamOptions
  @OptionGroup var recording: DecisionLogOptions
  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  enum SettlementOutput: String, ExpressibleByArgument, CaseIterable {
    case json
    case text
  }

  func run() throws {
    let failed = try rules.withRules(options) { policies in
      if !under.isEmpty { return try compare(policies) }
      return try isOneClaim ? settleOne(policies) : isPlain ? settleBlocks(policies) : settleLines(policies)
    }
    if failed > 0 { throw ExitCode.findings }
  }

  func validate() throws {
    try validateStreaming()
    if !under.isEmpty, explain || carryAccounts {
      throw ValidationError(
        options.say(
          "--under 不能和 --explain、--carry-accounts 同用", "--under does not go with --explain or --carry-accounts"))
    }
    // Each decision of a log is made again alone, from what the claim says.
    if recording.decisionLog != nil, carryAccounts || !under.isEmpty {
      throw ValidationError(
        options.say(
          "--decision-log 不能和 --carry-accounts、--under 同用",
          "--decision-log does not go with --carry-accounts or --under"))
    }
  }

  private func validateStreaming() throws {
    if streaming.threads != nil, carryAccounts || !isPlain {
      throw ValidationError(
        options.say(
          "--threads 不能和 --carry-accounts、--explain、--format text、--under、--decision-log、单个请求的 .json 文件同用",
          "--threads does not go with --carry-accounts, --explain, --format text, --under, --decision-log or a .json file"
        ))
    }
    if streaming.progress, !under.isEmpty || isOneClaim {
      throw ValidationError(options.say("--progress 只用于逐行结算", "--progress is only for claims in lines"))
    }
  }

  private var isOneClaim: Bool { file.hasSuffix(".json") }

  /// Lines of JSON in and out, and nothing else.
  private var isPlain: Bool {
    !explain && !isText && under.isEmpty && recording.decisionLog == nil && !isOneClaim
  }

  private var isText: Bool { format.map { $0 == .text } ?? explain }

  private func settleOne(_ policies: RegionPolicies) throws -> Int {
    guard let bytes = LineReader.wholeFile(file) else { throw unreadable() }
    let isEnglish = options.language == .english
    var decisions = try decisionWriter(policies)
    var series = ClaimSeries()
    let answer =
      carryAccounts
      ? policies.settle(claim: bytes, in: &series, explaining: explain || isText, english: isEnglish)
      : policies.settle(claim: bytes, explaining: explain || isText, english: isEnglish)
    try decisions?.record(bytes, answer, options)
    var output = OutputBuffer()
    write(answer, number: 1, to: &output)
    output.flush()
    return answer.isSettled ? 0 : 1
  }

  /// One claim under the rules of several regions.
  private func compare(_ policies: RegionPolicies) throws -> Int {
    guard let bytes = LineReader.wholeFile(file) else { throw unreadable() }
    let isEnglish = options.language == .english
    if format == .json {
      let answers = under.map { policies.settle(claim: bytes, insuredIn: $0, english: isEnglish) }
      for answer in answers { StandardStreams.output(answer.json + "\n") }
      return answers.count { !$0.isSettled }
    }
    let table = ComparisonTable(of: bytes, under: under, policies, options: options)
    StandardStreams.output(table.text)
    return table.failed
  }

  /// On all processors, answers in the order of the lines; accounts that are carried go from line to line on one.
  private func settleBlocks(_ policies: RegionPolicies) throws -> Int {
    guard let reader = LineBlockReader(path: file) else { throw unreadable() }
    let isEnglish = options.language == .english
    let meter = ProgressMeter(wanted: streaming.progress, language: options.language)
    let threads = carryAccounts ? 1 : streaming.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let tally = OrderedBlocks.answer(reader, threads: threads) {
      LineSettlement(policies, english: isEnglish, carryingAccounts: carryAccounts)
    } to: { answers, lines in
      StandardStreams.write(answers, to: .output)
      meter?.add(lines)
    }
    meter?.end()
    if tally.isCutShort { throw unreadable() }
    tell(tally.lines, refused: tally.refused)
    return tally.refused
  }

  private func tell(_ lines: Int, refused: Int) {
    guard refused > 0 else { return }
    StandardStreams.error(
      options.say("\(lines) 个请求，\(refused) 个不能结算\n", "\(lines) claims, \(refused) could not be settled\n"))
  }

  private func settleLines(_ policies: RegionPolicies) throws -> Int {
    guard var reader = LineReader(path: file) else { throw unreadable() }
    let meter = ProgressMeter(wanted: streaming.progress, language: options.language)
    let isEnglish = options.language == .english
    var output = OutputBuffer()
    var decisions = try decisionWriter(policies)
    var series = ClaimSeries()
    var number = 0
    var failed = 0
    while let line = reader.next() {
      number += 1
      let answer: SettlementAnswer
      var claim: [UInt8] = []
      switch line {
      case .text(let bytes):
        claim = bytes
        answer =
          carryAccounts
          ? policies.settle(
            claim: bytes, in: &series, line: number, explaining: explain || isText, english: isEnglish)
          : policies.settle(claim: bytes, line: number, explaining: explain || isText, english: isEnglish)
      case .failed:
        output.flush()
        throw unreadable()
      case .tooLong:
        answer = policies.refuse(tooLong: LineReader.limit, line: number, english: isEnglish)
      }
      do {
        try decisions?.record(claim, answer, options)
      } catch {
        output.flush()
        throw error
      }
      if !answer.isSettled { failed += 1 }
      write(answer, number: number, to: &output)
      meter?.add(1)
    }
    output.flush()
    meter?.end()
    tell(number, refused: failed)
    return failed
  }

  private func write(_ answer: SettlementAnswer, number: Int, to output: inout OutputBuffer) {
    guard isText else {
      output.write(answer.json + "\n")
      return
    }
    switch answer.result {
    case .settled(let settled): output.write(ExplanationTable(settled, number: number, options: options).text)
    case .refunded(let reversal): output.write(RefundTable(reversal, options: options).text)
    case .failed(let failed):
      output.write(options.say("第 \(number) 个请求不能结算\n", "claim \(number) was not settled\n"))
      output.write(FindingFormat.concise.render(failed.findings, language: options.language, color: false) + "\n")
    }
  }

  private func decisionWriter(_ policies: RegionPolicies) throws -> DecisionWriter? {
    try recording.open(options).map { DecisionWriter($0, policies) }
  }

  private func unreadable() -> ExitCode {
    StandardStreams.error(options.say("读不到 \(file)\n", "cannot read \(file)\n"))
    return .unusable
  }
}
