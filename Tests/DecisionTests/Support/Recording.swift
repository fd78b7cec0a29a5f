import Decisions
import Foundation
import RegionPolicy
import Testing

extension DecisionCircumstances {
  static func sample(_ number: Int = 1, revision: String = "sha256:a") -> DecisionCircumstances {
    DecisionCircumstances(
      id: "d-\(number)", timestamp: "2024-03-12T08:00:00.000Z", knownAt: "2024-03-01T00:00:00.000Z", engine: "0.1.0",
      revision: revision)
  }
}

/// The record of a claim that was settled.
func record(
  of claim: String, _ policies: RegionPolicies, number: Int = 1, revision: String = "sha256:a"
) throws -> DecisionRecord {
  let answer = policies.settle(claim: Array(claim.utf8)).json
  return try #require(
    DecisionRecord(.settle, claim: Array(claim.utf8), answer: answer, .sample(number, revision: revision)))
}

/// What lines of a log come to under rules.
///
/// - Parameter isChained: whether they are one after the other as they stand; otherwise they are made so.
func replay(
  _ lines: [String], _ policies: RegionPolicies, revision: String = "sha256:b",
  limits: ReplayLimits = ReplayLimits(differences: 1_000_000), isChained: Bool = false
) -> ReplayReport {
  var run = ReplayRun(revision: revision, limits: limits) { kind, claim in
    kind == .settle ? policies.settle(claim: claim).json : policies.standing(of: claim).json
  }
  for (index, line) in (isChained ? lines : chained(lines)).enumerated() {
    run.add(LogLine(path: "log", number: index + 1, bytes: Array(line.utf8)))
  }
  return run.finish()
}

func lines(of path: String) throws -> [String] {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
}
