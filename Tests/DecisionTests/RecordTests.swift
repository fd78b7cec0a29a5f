import Decisions
import Foundation
import RegionPolicy
import TestSupport
import Testing

@Suite("a record of a decision")
struct RecordTests {
  private static let policies = RegionPolicies(folder: Repository.path("policies"))

  @Test("says what was decided, under which rules, and for how much")
  func contents() throws {
    let claim = try #require(try lines(of: Repository.path("examples/claims/demo.ndjson")).first)
    let line = try record(of: claim, RecordTests.policies).line
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["decision_id"] as? String == "d-1")
    #expect(object["kind"] as? String == "settle")
    #expect(object["region"] as? String == "110000")
    #expect(object["revision"] as? String == "sha256:a")
    #expect(object["engine"] as? String == "0.1.0")
    #expect(object["known_at"] as? String == "2024-03-01T00:00:00.000Z")
    #expect(object["outcome"] as? String == "settled")
    #expect(line.contains("\"fund\": 52395.00"))
    #expect((object["rules_digest"] as? String)?.count == 64)
    for digest in ["input_digest", "result_digest", "figures_digest"] {
      #expect((object[digest] as? String)?.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil, "\(digest)")
    }
    #expect(!line.contains("\n"))
  }

  @Test("masking changes no result: of settled claims, refused ones and standings", arguments: DecisionKind.allCases)
  func maskingKeepsResults(kind: DecisionKind) throws {
    func answer(_ claim: String) -> String {
      let bytes = Array(claim.utf8)
      return kind == .settle
        ? RecordTests.policies.settle(claim: bytes).json : RecordTests.policies.standing(of: bytes).json
    }
    for file in ["demo", "with-bad-lines"] {
      for claim in try lines(of: Repository.path("examples/claims/\(file).ndjson")) {
        let record = try #require(
          DecisionRecord(kind, claim: Array(claim.utf8), answer: answer(claim), .sample()))
        guard let input = record.input else { continue }
        let again = try #require(
          DecisionRecord(kind, claim: Array(input.utf8), answer: answer(input), .sample()))
        #expect(again.line == record.line)
      }
    }
  }

  @Test("holds nothing of who the person is, in fields it knows and in others")
  func identity() throws {
    let claim = """
      {"claim_id": "c-1", "psn_no": "SECRET-1", "certno": "SECRET-2", "psn_name": "SECRET-3", "patient": {"x": ["SECRET-4"]},
      "tel": 13912345678, "hosp_lv": {"y": "SECRET-5"}, "feedetail": [{"doctor": "SECRET-6"}],
      "attributes": {"psn_name": "SECRET-7", "hosp_class": "general"}, "insuplc_admdvs": "110000",
      "filings": [{"kind": "long_term", "coner_name": "SECRET-8"}], "accounts": {"a": "1"}, "setl_time": "2024-03-12"}
      """
    let line = try record(of: claim, RecordTests.policies).line
    #expect(!line.contains("SECRET") && !line.contains("13912345678"))
    #expect(line.contains("\"hosp_class\": \"general\"") && line.contains("\"accounts\": {\"a\": \"1\"}"))
    #expect(line.contains("\"law_date\": \"2024-03-12\"") && line.contains("\"region\": \"110000\""))
    #expect(line.contains("\"outcome\": \"refused\""))
  }

  @Test("of a refund is masked too")
  func refund() throws {
    let claim = """
      {"claim_id": "r-1", "refund_of": "c-1", "psn_no": "SECRET", "insuplc_admdvs": "110000", "setl_time": "2024-03-12"}
      """
    let record = try record(of: claim, RecordTests.policies)
    #expect(!record.line.contains("SECRET"))
    #expect(record.line.contains("\"refund_of\": \"c-1\""))
    #expect(!record.errors.isEmpty)
  }

  @Test(
    "keeps no claim that could not be read again",
    arguments: [
      "", "not json", "[]", "1, 2", #"{"psn_no": "SECRET", "psn_no": "SECRET"}"#,
      #"{"a": "# + String(repeating: "[", count: 16) + String(repeating: "]", count: 16) + "}",
    ])
  func unreadable(claim: String) throws {
    let record = try record(of: claim, RecordTests.policies)
    #expect(record.input == nil && !record.errors.isEmpty)
    #expect(!record.line.contains("SECRET"))
    #expect(replay([record.line], RecordTests.policies).withoutClaim == 1)
  }

  @Test("the person and the language do not change digests; an amount does")
  func digests() throws {
    let claim = try #require(try lines(of: Repository.path("examples/claims/demo.ndjson")).first)
    func digest(_ claim: String, english: Bool = false) throws -> String {
      let answer = RecordTests.policies.settle(claim: Array(claim.utf8), explaining: english, english: english).json
      let line = try #require(DecisionRecord(.settle, claim: Array(claim.utf8), answer: answer, .sample())).line
      return String(try #require(line.firstMatch(of: /"result_digest": "([^"]+)"/)).output.1)
    }
    let first = try digest(claim)
    #expect(try digest(claim, english: true) == first)
    #expect(try digest(claim.replacing(/"psn_no": *"[^"]*"/, with: #""psn_no": "other""#)) == first)
    #expect(try digest(claim.replacing(/"claim_id": *"[^"]*"/, with: #""claim_id": "other""#)) != first)
  }

  @Test("what is no answer of this program gives none", arguments: ["", "{}", "[]", #"{"errors": []}"#])
  func noAnswer(answer: String) {
    #expect(DecisionRecord(.settle, claim: Array("{}".utf8), answer: answer, .sample()) == nil)
  }
}
