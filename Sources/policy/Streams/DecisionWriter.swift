import ArgumentParser
import Decisions
import Findings
import FoundationEssentials
import Glibc
import RegionPolicy

/// Writes what is settled to a log of decisions, each line before its answer.
struct DecisionWriter {
  private let log: DecisionLog
  private let knownAt: String
  private let revision: String
  private var generator = SystemRandomNumberGenerator()

  /// - Throws: the exit code when the log cannot be opened; what is wrong is told.
  init(path: String, _ policies: RegionPolicies, _ options: LanguageOptions) throws {
    // A limit on the size of files shall be an error of writing and not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do throws(Finding) {
      log = try DecisionLog(DecisionLog.Settings(path: path))
    } catch {
      options.report([error])
      throw ExitCode.unusable
    }
    if !log.notices.isEmpty { options.report(log.notices) }
    knownAt = DecisionWriter.now
    revision = policies.revision
  }

  /// - Throws: the exit code when it cannot be recorded; then it must not be answered.
  mutating func record(_ claim: [UInt8], _ answer: SettlementAnswer, _ options: LanguageOptions) throws {
    let circumstances = DecisionCircumstances(
      id: DecisionID.make(using: &generator), timestamp: DecisionWriter.now, knownAt: knownAt,
      engine: PolicyCommand.configuration.version, revision: revision)
    do throws(Finding) {
      guard let record = DecisionRecord(.settle, claim: claim, answer: answer.json, circumstances) else {
        throw Finding(.decisionAnswerUnreadable, at: nil)
      }
      try log.append(record)
    } catch {
      options.report([error])
      throw ExitCode.unusable
    }
  }

  /// The only clock of the program: libraries are told the time.
  static var now: String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
