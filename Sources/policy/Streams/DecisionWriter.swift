import ArgumentParser
import Decisions
import Findings
import FoundationEssentials
import RegionPolicy
import Values

/// Writes what is settled to a log of decisions, each line before its answer.
struct DecisionWriter {
  private let log: DecisionLog
  private let knownAt: String
  private let revision: String
  private var generator = SystemRandomNumberGenerator()

  init(_ log: DecisionLog, _ policies: RegionPolicies) {
    self.log = log
    knownAt = DecisionWriter.now
    revision = policies.revision
  }

  /// - Throws: the exit code when it cannot be recorded; then it must not be answered.
  mutating func record(_ claim: [UInt8], _ answer: SettlementAnswer, _ options: LanguageOptions) throws {
    let circumstances = DecisionCircumstances(
      id: RandomUUID.next(using: &generator), timestamp: DecisionWriter.now, knownAt: knownAt,
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

  /// When a decision is made; `Decisions` itself reads no clock.
  static var now: String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
