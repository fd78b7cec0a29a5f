import ArgumentParser
import Findings
import Lines
import RegionPolicy

struct StandingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standing",
    abstract: "认定备案类型 the standing of claims: one (FILE.json) or many, one JSON a line",
    discussion:
      "由备案记录认定备案类型和结算渠道，说明哪次备案算数、别的为什么不算，各带条款。What follows from the filings, which of them counts, why the others do not."
  )

  @Argument(help: "结算请求文件，- 为标准输入 file of claims, - for standard input; amounts may be left out")
  var file = "-"

  @Option(help: "输出格式 output: json lines, or text tables")
  var format: SettleCommand.SettlementOutput = .text

  @Option(
    parsing: .upToNextOption,
    help: "按这些参保地各认定一次 as if insured in each of these regions instead")
  var under: [String] = []

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func run() throws {
    let hasFailed = try rules.withRules(options) { try answer(with: $0) }
    if hasFailed { throw ExitCode.findings }
  }

  /// Whether some claim's standing could not be said.
  private func answer(with policies: RegionPolicies) throws -> Bool {
    var output = OutputBuffer()
    var hasFailed = false
    func answer(_ claim: [UInt8], _ number: Int) {
      for region in under.isEmpty ? [nil] : under.map(Optional.some) {
        let report = policies.standing(
          of: claim, insuredIn: region, line: number, english: options.language == .english)
        hasFailed = hasFailed || !report.isSaid
        output.write(format == .json ? report.json + "\n" : text(report, number: number))
      }
    }
    if file.hasSuffix(".json") {
      guard let claim = LineReader.wholeFile(file) else { throw unreadable() }
      answer(claim, 1)
    } else {
      guard var reader = LineReader(path: file) else { throw unreadable() }
      var number = 0
      while let line = reader.next() {
        number += 1
        guard case .text(let claim) = line else { throw unreadable() }
        answer(claim, number)
      }
    }
    output.flush()
    return hasFailed
  }

  private func text(_ report: StandingReport, number: Int) -> String {
    guard let answer = report.answer else {
      return options.say("第 \(number) 个请求不能认定\n", "claim \(number): no standing\n")
        + FindingFormat.concise.render(report.findings, language: options.language, color: false) + "\n"
    }
    return StandingTable(answer, number: number, options: options).text
  }

  private func unreadable() -> ExitCode {
    StandardStreams.error(options.say("读不到 \(file)\n", "cannot read \(file)\n"))
    return .unusable
  }
}
