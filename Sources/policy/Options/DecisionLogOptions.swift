import ArgumentParser
import Decisions
import Findings
import Glibc

/// Where decisions are recorded before they are given, and how.
struct DecisionLogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "每个结果先记进这个裁定日志再给出 record every answer in this log of decisions before it is given", valueName: "log"))
  var decisionLog: String?

  @Option(
    help: ArgumentHelp(
      "裁定日志每个部分的最大字节数，满了自动轮换 most bytes of a part of the log; a full one is numbered (default: 268435456)",
      valueName: "bytes"))
  var decisionLogPart: Int?

  @Flag(help: "每行都等到写进磁盘，断电也不丢，慢一些 wait for the disk after every line: survives a loss of power, slower")
  var decisionLogFlush = false

  func validate() throws {
    if let decisionLogPart, decisionLogPart < 1 {
      throw ValidationError("--decision-log-part 是正整数 takes a positive number")
    }
    if decisionLog == nil, decisionLogPart != nil || decisionLogFlush {
      throw ValidationError(
        "--decision-log-part、--decision-log-flush 要和 --decision-log 同用 need --decision-log")
    }
  }

  /// The log; nil when none is asked for. What was noticed on opening is told.
  ///
  /// - Throws: the exit code when it cannot be opened; what is wrong is told.
  func open(_ options: LanguageOptions) throws -> DecisionLog? {
    guard let decisionLog else { return nil }
    // A limit on the size of files shall be an error of writing and not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    var settings = DecisionLog.Settings(path: decisionLog)
    if let decisionLogPart { settings.bytesOfPart = decisionLogPart }
    settings.flushesEveryLine = decisionLogFlush
    do throws(Finding) {
      let log = try DecisionLog(settings)
      if !log.notices.isEmpty { options.report(log.notices) }
      return log
    } catch {
      options.report([error])
      throw ExitCode.unusable
    }
  }
}
