import ArgumentParser
import Findings
import Glibc
import Host
import Impact
import Lines
import Registry
import Sides
import Values

struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "改规则对实际请求的影响 what a change of rules does to real claims: who gains, who loses, totals per fund",
    discussion:
      "同一批请求按两方规则各结算一次。文件多大都行。Settles the same claims under both sides. Files of any size.")

  @Option(help: "结算请求文件，每行一个，- 为标准输入 file of claims, one JSON a line, - for standard input")
  var claims: String

  @OptionGroup var sides: SideOptions

  @Flag(
    help:
      "同一人的各行按时间先后，累计自动接续，两方各算各的 each person's claims are in the order of time and carry their accounts on, on each side its own"
  )
  var carryAccounts = false

  @Option(help: "列出变化最大的几个请求 how many of the claims that change most are listed")
  var top = 10

  @Option(help: "输出格式 output: text tables, or one JSON object")
  var format: ComparisonOutput = .text

  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if !(0...1000).contains(top) {
      throw ValidationError(options.say("--top 写 0 到 1000", "--top takes 0 to 1000"))
    }
  }

  func run() throws {
    let loaded = try sides.load(options)
    let report = try settle(loaded, try sides.region(loaded, options))
    switch format {
    case .text:
      let title = claims == "-" ? options.say("标准输入", "standard input") : claims
      StandardStreams.output(ImpactTable(report, loaded, claims: title, options: options).text)
    case .json:
      StandardStreams.output(
        ImpactJSON(report).object(before: loaded.before.label, after: loaded.after.label) + "\n")
    }
    if !report.isComplete { throw ExitCode.findings }
  }

  private func settle(_ sides: (before: PolicySide, after: PolicySide), _ region: RegionCode?) throws
    -> ImpactReport
  {
    var run = ImpactRun(
      before: sides.before, after: sides.after, carriesAccounts: carryAccounts, top: top,
      includes: { code in
        guard let region else { return true }
        return [sides.before, sides.after].contains { $0.registry.region(holding: code) == region }
      },
      threads: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    do {
      if claims.hasSuffix(".json") {
        guard let bytes = LineReader.wholeFile(claims) else { throw unreadable() }
        try run.add(ClaimLine(number: 1, bytes: bytes))
      } else {
        try readLines(into: &run)
      }
      return try run.finish()
    } catch let failure as SystemFailure {
      options.report([Finding(.spillFailed, at: nil, ["reason": failure.reason])])
      throw ExitCode.unusable
    }
  }

  private func readLines(into run: inout ImpactRun<PolicySide>) throws {
    guard var reader = LineReader(path: claims) else { throw unreadable() }
    var number = 0
    while let line = reader.next() {
      number += 1
      switch line {
      case .text(let bytes): try run.add(ClaimLine(number: number, bytes: bytes))
      case .tooLong: try run.addTooLong(number: number)
      case .failed: throw unreadable()
      }
    }
  }

  private func unreadable() -> ExitCode {
    options.report([Finding(.claimsUnreadable, at: nil, ["path": claims])])
    return .unusable
  }
}
