import ArgumentParser
import Decisions
import Findings
import Lines
import RegionPolicy

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "重算裁定日志，报告每一处不同 compute every decision of a log again and report every difference",
    discussion:
      "编号的旧日志一起读，文件多大都行。规则没变时必须逐字相同；换成草案就看到影响。Numbered parts are read with the log, of any size. Under the same rules everything must come out the same; under a draft it shows the effect."
  )

  @Argument(help: "裁定日志 the decision log; - for standard input")
  var log: String

  @Option(help: "列出前几处不同 how many differences are listed; all are counted")
  var limit = 50

  @Option(help: "输出格式 output: text tables, or one JSON object")
  var format: ComparisonOutput = .text

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func validate() throws {
    if limit < 0 { throw ValidationError(options.say("--limit 不能是负数", "--limit takes no negative number")) }
  }

  func run() throws {
    // The log first: that it is not there is known sooner than what is in the rules.
    let (parts, missing) = try logParts()
    let isClean = try rules.withRules(options) { try replay(parts, missing, with: $0) }
    if !isClean { throw ExitCode.findings }
  }

  private func replay(_ parts: [String], _ missing: [String], with policies: RegionPolicies) throws -> Bool {
    let revision = policies.revision
    var run = ReplayRun(revision: revision, limits: ReplayLimits(differences: limit)) { kind, claim in
      switch kind {
      case .settle: policies.settle(claim: claim).json
      case .standing: policies.standing(of: claim).json
      }
    }
    for part in missing { run.addMissing(part) }
    for part in parts { try read(part, into: &run) }
    let report = run.finish()
    if !report.findings.isEmpty { options.report(report.findings) }
    switch format {
    case .text: StandardStreams.output(ReplayTable(report, revision: revision, log: log, options: options).text)
    case .json: StandardStreams.output(ReplayJSON(report).object(revision: revision) + "\n")
    }
    return report.isClean
  }

  /// The files to read, in their order, and those that are missing between them.
  private func logParts() throws -> (found: [String], missing: [String]) {
    if log == "-" { return ([log], []) }
    do {
      return try LogFileNames(log).parts()
    } catch {
      throw unreadable(log)
    }
  }

  private func read(_ path: String, into run: inout ReplayRun) throws {
    guard var reader = LineReader(path: path) else { throw unreadable(path) }
    var number = 0
    while let line = reader.next() {
      number += 1
      switch line {
      case .text(let bytes): run.add(LogLine(path: path, number: number, bytes: bytes))
      case .tooLong: run.addTooLong(LogLine(path: path, number: number, bytes: []), limit: LineReader.limit)
      case .failed: throw unreadable(path)
      }
    }
  }

  private func unreadable(_ path: String) -> ExitCode {
    options.report([Finding(.logUnreadable, at: nil, ["path": path])])
    return .unusable
  }
}
