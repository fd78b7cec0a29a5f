import Findings
import Glibc

/// What an attempt to read rules came to.
public struct ReloadReport: Sendable {
  /// Which rules are in force, and why.
  public enum Outcome: String, Sendable {
    /// The rules that were read are in force.
    case loaded
    /// They are the ones that were in force already.
    case unchanged
    /// They have faults; those before stay in force.
    case kept
    /// They had faults at the start; those kept by an earlier run are in force.
    case restored
  }

  /// Which rules are in force now, and why.
  public let outcome: Outcome
  /// The revision in force afterwards.
  public let revision: String
  /// What was found in the rules that were read.
  public let findings: [RuleFinding]
  /// When, in seconds since 1970.
  public let time: Int

  init(_ outcome: Outcome, _ revision: String, _ findings: [Finding]) {
    self.outcome = outcome
    self.revision = revision
    self.findings = findings.sortedForDisplay().map { RuleFinding($0) }
    time = Glibc.time(nil)
  }
}

/// Rules with errors, at a start without any that were kept.
public struct PolicyLoadFailure: Error, Sendable {
  /// What is wrong with them.
  public let findings: [RuleFinding]

  init(_ findings: [Finding]) { self.findings = findings.sortedForDisplay().map { RuleFinding($0) } }
}
