import Dispatch
import Findings
import Synchronization

/// Makes the decisions of a log again, however long it is, and adds up how they come out.
package struct ReplayRun {
  private let replay: DecisionReplay
  private let limits: ReplayLimits
  private var report = ReplayReport()
  private var pending: [LogLine] = []
  private var pendingBytes = 0
  private var furtherFindings = 0
  private var chain = ChainCheck()

  /// - Parameters:
  ///   - revision: of the rules that answer.
  ///   - answer: the answer to a claim as JSON text; called by several threads at once.
  package init(
    revision: String, limits: ReplayLimits, answer: @escaping @Sendable (DecisionKind, [UInt8]) -> String
  ) {
    replay = DecisionReplay(answer: answer, revision: revision)
    self.limits = limits
  }

  package mutating func add(_ line: LogLine) {
    pending.append(line)
    pendingBytes += line.bytes.count
    if pending.count >= ReplayRun.batch || pendingBytes >= ReplayRun.batchBytes { work() }
  }

  /// A line that was longer than so many bytes and therefore not kept.
  package mutating func addTooLong(_ line: LogLine, limit: Int) {
    work()
    let outcome = DecisionReplay.Outcome.bad([Finding(.decisionLineTooLong, at: line.place, ["limit": "\(limit)"])])
    let link = ChainCheck.Link(place: line.place, digest: nil, previous: .unreadable, decisionID: nil)
    count(DecisionReplay.Judged(outcome: outcome, link: link))
  }

  /// A part that is not there, between others that are.
  package mutating func addMissing(_ path: String) {
    report.missingParts += 1
    keep([Finding(.logPartMissing, at: nil, ["path": path])])
  }

  /// The report; nothing can be added then.
  package mutating func finish() -> ReplayReport {
    work()
    report.chainBreaks = chain.breaks
    report.doubledDecisions = chain.doubled
    report.unseenBefore = chain.unseen
    report.lastDigest = chain.lastDigest
    if furtherFindings > 0 {
      report.findings.append(Finding(.decisionsFurtherBad, at: nil, ["count": "\(furtherFindings)"]))
    }
    return report
  }

  private static let batch = 4096
  private static let batchBytes = 32 << 20

  /// Lines can be made again in any order; the outcomes are counted, and the chain is followed, in that of the log.
  private mutating func work() {
    let lines = pending
    pending.removeAll(keepingCapacity: true)
    pendingBytes = 0
    let share = 64
    let shares = (lines.count + share - 1) / share
    let found = Mutex<[Int: [DecisionReplay.Judged]]>([:])
    let replay = replay
    DispatchQueue.concurrentPerform(iterations: shares) { index in
      let outcomes = lines[index * share..<min(lines.count, (index + 1) * share)].map(replay.judged)
      found.withLock { $0[index] = outcomes }
    }
    let outcomes = found.withLock { $0 }
    for index in 0..<shares {
      for outcome in outcomes[index] ?? [] { count(outcome) }
    }
  }

  private mutating func count(_ judged: DecisionReplay.Judged) {
    report.lines += 1
    switch judged.outcome {
    case .note: report.notes += 1
    case .bad(let findings):
      report.badLines += 1
      keep(findings)
    case .decision(let again):
      report.decisions += 1
      report.contradictions += again.findings.count
      keep(again.findings)
      count(again)
    }
    keep(chain.findings(judged.link))
  }

  private mutating func count(_ again: DecisionReplay.Again) {
    switch again.verdict {
    case .withoutClaim:
      report.withoutClaim += 1
      listWithoutClaim(again.recorded)
    case .reproduced: report.reproduced += 1
    case .sameFigures: report.sameFigures += 1
    case .differs: break
    }
    guard let difference = again.difference else { return }
    if let before = difference.before.paid, let after = difference.after.paid {
      report.before += before
      report.after += after
    }
    guard again.verdict == .differs else { return }
    countKind(of: difference)
    if report.differences.count < limits.differences { report.differences.append(difference) }
  }

  private mutating func listWithoutClaim(_ recorded: DecisionRecord) {
    if report.claimless.count < limits.differences { report.claimless.append(ClaimlessDecision(recorded)) }
  }

  private mutating func countKind(of difference: ReplayDifference) {
    switch (difference.before.isSettled, difference.after.isSettled) {
    case (true, true):
      if difference.before.paid == difference.after.paid {
        report.changedOtherwise += 1
      } else {
        report.changedAmounts += 1
      }
    case (true, false):
      report.noLongerSettled += 1
      report.onlyBefore += difference.before.paid ?? Paid()
    case (false, true):
      report.newlySettled += 1
      report.onlyAfter += difference.after.paid ?? Paid()
    case (false, false): report.otherErrors += 1
    }
  }

  private mutating func keep(_ findings: [Finding]) {
    for finding in findings {
      if report.findings.count < limits.findings { report.findings.append(finding) } else { furtherFindings += 1 }
    }
  }
}

/// How much a report lists; everything is counted whatever is listed.
package struct ReplayLimits: Sendable {
  package let differences: Int
  package let findings: Int

  package init(differences: Int, findings: Int = 100) {
    self.differences = differences
    self.findings = findings
  }
}
