import ArgumentParser
import Glibc
import Values

@main
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "RegionPolicy 异地就医待遇规则解释器 – China's medical-insurance benefit rules as data",
    version: EngineVersion.current.description,
    subcommands: [
      CheckCommand.self, SettleCommand.self, StandingCommand.self, ShowCommand.self, TestCommand.self,
      DiffCommand.self, ImpactCommand.self, ReplayCommand.self, FmtCommand.self, NewCommand.self, BundleCommand.self,
      ServeCommand.self, ExplainCommand.self, SchemaCommand.self,
      ReconcileCommand.self, ClearCommand.self, PrepaymentCommand.self, InquiryCommand.self,
      DeadlinesCommand.self, ReportCommand.self,
    ])

  /// Exit codes are the same everywhere: 0 fine, 1 findings or unsettled claims, 2 wrong usage or unreadable input.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      let isFine = exitCode(for: error) == .success
      let text = fullMessage(for: error) + "\n"
      if isFine { StandardStreams.output(text) } else { StandardStreams.error(text) }
      Glibc.exit(isFine ? 0 : 2)
    }
  }
}

extension ExitCode {
  /// Findings, failed cases, or claims that could not be settled.
  static let findings = ExitCode(1)
  /// Wrong usage or unreadable input.
  static let unusable = ExitCode(2)
}
