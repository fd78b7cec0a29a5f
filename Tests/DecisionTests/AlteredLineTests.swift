import Decisions
import Findings
import RegionPolicy
import Testing

/// Whoever alters a line can make the lines after it fit; what the line itself gives away is a finding then, too.
@Suite("altered lines of a log, in a chain that fits")
struct AlteredLineTests {
  private let rules: DecisionRules
  /// Other rules, under which no digest of an answer comes out again.
  private let draft: DecisionRules
  private let settled: String
  private let refused: String
  private let unread: String

  init() throws {
    rules = try DecisionRules(employee: "80%")
    draft = try DecisionRules(employee: "81%")
    var stays = Stays(seed: 12)
    var stay = stays.next(1)
    while !stay.isEmployee { stay = stays.next(1) }
    settled = try record(of: stay.claim, rules.policies).line
    let elsewhere = stay.claim.replacing("\"insuplc_admdvs\": \"120000\"", with: "\"insuplc_admdvs\": \"310000\"")
    refused = try record(of: elsewhere, rules.policies, number: 2).line
    unread = try record(of: "no claim", rules.policies, number: 3).line
  }

  private func codes(_ line: String) -> [String] { replay([line], draft.policies).findings.map(\.kind.code) }

  private func without(_ members: [String], _ line: String) throws -> String {
    var line = line
    for member in members {
      let value = member == "input" ? #"\{.*\}, (?="input_digest)"# : #"("[^"]*"|[0-9.]+), "#
      line = line.replacing(try Regex("\"\(member)\": \(value)"), with: "")
    }
    return line
  }

  @Test("as they were written they are none")
  func whole() {
    let report = replay([settled, refused, unread], rules.policies)
    #expect(report.findings.isEmpty && report.isClean && report.reproduced == 2 && report.withoutClaim == 1)
    #expect(refused.contains("\"outcome\": \"refused\"") && refused.contains("\"region\": \"310000\""))
  }

  @Test("only of a refusal the claim may be absent, and it is listed then")
  func withoutClaim() throws {
    #expect(codes(try without(["input", "input_digest"], settled)) == ["L0103"])
    #expect(codes(try without(["input"], settled)) == ["L0103"])
    // What is derived from the claim is left behind.
    #expect(codes(try without(["input", "input_digest"], refused)) == ["L0103"])
    let report = replay([refused, unread], draft.policies)
    #expect(report.withoutClaim == 1 && report.claimless.map(\.id) == ["d-3"] && report.findings.isEmpty)
    #expect(report.claimless.first?.errors.isEmpty == false)
    #expect(ReplayJSON(report).object(revision: "x").contains("\"claimless\": [{\"decision_id\": \"d-3\""))
    #expect(replay([unread], draft.policies, limits: ReplayLimits(differences: 0)).claimless.isEmpty)
  }

  @Test(
    "a note is only what the log writes, with exactly its members",
    arguments: [
      #"{"note": "hello"}"#, #"{"note": "resumed"}"#, #"{"note": 1, "timestamp": "t", "reason": "r"}"#,
      #"{"note": "hello", "timestamp": "t", "reason": "r"}"#, #"{"timestamp": "t", "note": "resumed", "reason": "r"}"#,
      #"{"note": "resumed", "timestamp": "t", "reason": "r", "more": 1}"#,
      #"{"note":"resumed","timestamp":"t","reason":"r"}"#,
    ])
  func notes(line: String) {
    let report = replay([settled, line], rules.policies)
    #expect(report.findings.map(\.kind.code) == ["L0102"] && report.notes == 0 && !report.isClean)
  }

  @Test("a decision with a note is none of both")
  func decisionWithNote() { #expect(codes(settled.dropLast() + ", \"note\": 1}") == ["L0102"]) }

  @Test("what the claim says is not told otherwise beside it")
  func derived() throws {
    #expect(codes(settled.replacing("\"law_date\": \"2024-03-12\"", with: "\"law_date\": \"2020-01-01\"")) == ["L0103"])
    #expect(codes(try without(["law_date"], settled)) == ["L0103"])
    #expect(codes(refused.replacing("\"region\": \"310000\"", with: "\"region\": \"110000\"")) == ["L0103"])
    #expect(codes(try without(["region"], refused)) == ["L0103"])
  }

  @Test("there is one spelling, and no member that the log does not write")
  func spelling() throws {
    let fund = String(try #require(settled.firstMatch(of: /"fund": ([0-9.]+)/)).output.1)
    for (altered, field) in [
      (settled.dropLast() + ", \"extra\": 1}", "extra"),
      (settled.replacing("\"fund\": \(fund)", with: "\"fund\": \(fund)0"), "fund"),
      (settled.replacing("\"kind\": ", with: "\"kind\":"), "spelling"),
      (settled.replacing("\"engine\": \"0.1.0\"", with: "\"engine\": \"\\u0030.1.0\""), "spelling"),
      (settled.replacing(/("engine": "[^"]*"), ("revision": "[^"]*")/) { "\($0.output.2), \($0.output.1)" }, "engine"),
      (refused.dropLast() + ", \"fund\": 1.00, \"person\": 1.00}", "fund"),
      (settled + " ", "spelling"),
    ] {
      let report = replay([String(altered)], draft.policies)
      #expect(report.findings.map(\.kind.code) == ["L0103"], "\(field)")
      #expect(report.findings.first?.arguments["field"] == field)
    }
    let noObject = settled.replacing(/"input": \{.*\}, (?="input_digest")/, with: "\"input\": \"\", ")
    #expect(codes(noObject) == ["L0102"])
  }
}
