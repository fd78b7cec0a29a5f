import Decisions
import Findings
import RegionPolicy
import Testing

@Suite("lines of a log that cannot be trusted")
struct BadLineTests {
  private let rules: DecisionRules
  private let good: String
  /// Of the same claim, with other names.
  private let first: String
  private let last: String

  init() throws {
    rules = try DecisionRules(employee: "80%")
    var stays = Stays(seed: 11)
    var stay = stays.next(1)
    while !stay.isEmployee { stay = stays.next(1) }
    good = try record(of: stay.claim, rules.policies).line
    first = try record(of: stay.claim, rules.policies, number: 2).line
    last = try record(of: stay.claim, rules.policies, number: 3).line
  }

  private func codes(_ line: String) -> [String] {
    replay([first, line, last], rules.policies).findings.map(\.kind.code)
  }

  @Test("a line as it was written is none")
  func whole() {
    let report = replay([good], rules.policies)
    #expect(report.findings.isEmpty && report.reproduced == 1)
  }

  @Test(
    "are findings with their line, and the others are made again",
    arguments: ["", "x", "[1]", "{\"decision_id\": ", "{\"a\": 1, \"a\": 2}", "{}"])
  func unreadable(line: String) {
    let report = replay([first, line, last], rules.policies)
    #expect(report.badLines == 1 && report.reproduced == 2 && report.lines == 3 && !report.isClean)
    #expect(report.findings.first?.place?.start.line == 2)
    #expect(report.findings.map(\.kind).allSatisfy { $0 == .decisionUnreadable || $0 == .decisionFieldWrong })
  }

  @Test("a half line is unreadable, wherever it was cut")
  func cut() {
    for length in stride(from: 1, to: good.count - 1, by: 37) {
      #expect(codes(String(good.prefix(length))) == ["L0101"])
    }
  }

  @Test(
    "a field that is missing",
    arguments: [
      "decision_id", "timestamp", "kind", "known_at", "engine", "revision", "result_digest", "figures_digest", "fund",
    ])
  func missing(field: String) {
    #expect(codes(good.replacing("\"\(field)\":", with: "\"x_\(field)\":")) == ["L0102"])
  }

  @Test("an amount, a code or a digest that was altered contradicts the rest")
  func altered() throws {
    let fund = String(try #require(good.firstMatch(of: /"fund": ([0-9.]+)/)).output.1)
    #expect(codes(good.replacing("\"fund\": \(fund)", with: "\"fund\": \(fund.dropLast(2))99")) == ["L0103"])
    #expect(codes(good.replacing("\"claim_id\": \"c-1\"", with: "\"claim_id\": \"c-2\"")) == ["L0103"])
    #expect(codes(good.replacing("\"outcome\": \"settled\"", with: "\"outcome\": \"refused\"")) == ["L0103"])
    #expect(codes(good.replacing(/"rules_digest": "../, with: "\"rules_digest\": \"zz")) == ["L0103"])
    #expect(codes(good.replacing(/"figures_digest": "sha256:../, with: "\"figures_digest\": \"sha256:zz")) == ["L0103"])
  }

  @Test("another result under the same rules is no effect of the rules")
  func notReproduced() throws {
    let forged = good.replacing(/"(result|figures)_digest": "sha256:../) { "\"\($0.output.1)_digest\": \"sha256:zz" }
    let report = replay([forged], rules.policies)
    #expect(report.findings.map(\.kind) == [.decisionNotReproduced] && report.contradictions == 1)
    let others = try DecisionRules(employee: "81%")
    #expect(replay([good], others.policies).findings.isEmpty)
    // The revision alone says that the rules are the same, too.
    #expect(replay([good], others.policies, revision: "sha256:a").findings.map(\.kind) == [.decisionNotReproduced])
  }

  @Test("more of them than are listed are counted")
  func further() {
    let report = replay(
      Array(repeating: "x", count: 12), rules.policies, limits: ReplayLimits(differences: 0, findings: 5))
    #expect(report.badLines == 12)
    #expect(report.findings.map(\.kind.code) == Array(repeating: "L0101", count: 5) + ["L0105"])
    #expect(report.findings.last?.arguments["count"] == "7")
  }

  @Test("a line that was too long to keep")
  func tooLong() {
    var run = ReplayRun(revision: "", limits: ReplayLimits(differences: 1)) { _, _ in "" }
    run.addTooLong(LogLine(path: "log", number: 4, bytes: []), limit: 10)
    let report = run.finish()
    #expect(report.badLines == 1 && report.findings.map(\.kind.code) == ["L0106"])
  }

  @Test("a note of the log itself is counted and is nothing bad")
  func note() {
    let report = replay([#"{"note": "resumed", "timestamp": "t", "reason": "r"}"#], rules.policies)
    #expect(report.notes == 1 && report.isClean)
  }

  @Test("an answer that cannot be read is told")
  func noAnswer() {
    var run = ReplayRun(revision: "", limits: ReplayLimits(differences: 1)) { _, _ in "no answer" }
    run.add(LogLine(path: "log", number: 1, bytes: Array(good.utf8)))
    #expect(run.finish().findings.map(\.kind.code) == ["L0113"])
  }
}
