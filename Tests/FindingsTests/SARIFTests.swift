import Foundation
import Testing

@testable import Findings

@Suite("SARIF")
struct SARIFTests {
  @Test("A log names version, unit of columns and language, and has one run")
  func frame() throws {
    let log = try Log([Samples.guardrail()], language: .chinese)
    #expect(log.root["version"] as? String == "2.1.0")
    #expect(log.run["columnKind"] as? String == "unicodeCodePoints")
    #expect(log.run["language"] as? String == "zh-CN")
    #expect((log.root["runs"] as? [Any])?.count == 1)
  }

  @Test("A result points at its rule, its place and the place it is in conflict with")
  func result() throws {
    let log = try Log([Samples.guardrail()], language: .english)
    let result = try #require(log.results.first)
    #expect(result["ruleId"] as? String == "P0341")
    #expect(result["ruleIndex"] as? Int == 0)
    #expect(result["level"] as? String == "error")
    #expect(Log.region(result, "locations") == ["startLine": 2, "startColumn": 20, "endLine": 2, "endColumn": 29])
    #expect(Log.region(result, "relatedLocations")?["startLine"] == 1)
    let related = try #require((result["relatedLocations"] as? [[String: Any]])?.first)
    #expect((related["message"] as? [String: String])?["text"] == "the limit above")
    let witnesses = (result["properties"] as? [String: Any])?["witnesses"] as? [[String: String]]
    #expect(witnesses == [["claim_id": "w-1", "psn_no": "P1"]])
  }

  @Test("Paths are URI references: Chinese, spaces and colons are encoded, an absolute path has a scheme")
  func addresses() {
    #expect(SARIFAddress.uri("./policies/a b:c/京.yaml") == "policies/a%20b%3Ac/%E4%BA%AC.yaml")
    #expect(SARIFAddress.uri("/work/x.yaml") == "file:///work/x.yaml")
    #expect(SARIFAddress.uri("-") == "-")
  }

  @Test("Each kind is one rule, in the run's language in the driver and in the other as a translation")
  func rules() throws {
    let log = try Log(
      [Samples.guardrail(), Samples.guardrail(linesBefore: 4), Samples.duplicateKey()], language: .chinese)
    let driver = try #require((log.run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["P0341", "Y0106"])
    #expect((rules[0]["fullDescription"] as? [String: String])?["text"] == FindingKind.guardrailBroken.chinese.why)
    #expect((rules[0]["help"] as? [String: String])?["markdown"]?.contains("[P0341](docs/findings/P0341.md)") == true)
    let translation = try #require((log.run["translations"] as? [[String: Any]])?.first)
    #expect(translation["language"] as? String == "en-US")
    let translated = try #require(translation["rules"] as? [[String: Any]])
    #expect(translated.map { $0["id"] as? String } == ["P0341", "Y0106"])
    #expect((translated[0]["fullDescription"] as? [String: String])?["text"] == FindingKind.guardrailBroken.english.why)
    #expect(log.results.map { $0["ruleIndex"] as? Int } == [0, 0, 1])
  }

  @Test("A fingerprint stays when lines come before, and changes with code, file or the words of the line")
  func fingerprints() throws {
    func fingerprint(_ finding: Finding) throws -> String? {
      let result = try #require(try Log([finding], language: .chinese).results.first)
      return (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
    }
    let first = try #require(try fingerprint(Samples.guardrail()))
    #expect(first.wholeMatch(of: /[0-9a-f]{16}:1/) != nil)
    #expect(try fingerprint(Samples.guardrail(linesBefore: 7)) == first)
    #expect(try fingerprint(Samples.guardrail(path: "other.yaml")) != first)
    #expect(try fingerprint(Samples.duplicateKey()) != first)
  }

  @Test("Findings alike in everything but the place have fingerprints of their own")
  func ordinals() throws {
    let log = try Log([Samples.guardrail(), Samples.guardrail(linesBefore: 5)], language: .chinese)
    let values = log.results.compactMap { ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"] }
    #expect(Set(values).count == 2)
    #expect(values.map { $0.suffix(2) } == [":1", ":2"])
  }

  @Test("What a comment allows is a suppressed result with the reason; others say that they are not suppressed")
  func suppressions() throws {
    let allowed = Samples.silenced(Samples.guardrail(), "有依据")
    let log = try Log([Samples.duplicateKey()], silenced: [allowed], language: .chinese)
    let suppressions = log.results.map { $0["suppressions"] as? [[String: Any]] }
    #expect(suppressions.compactMap { $0?.count }.sorted() == [0, 1])
    let one = try #require(suppressions.compactMap(\.self).joined().first)
    #expect(one["kind"] as? String == "inSource")
    #expect(one["justification"] as? String == "有依据")
  }

  @Test("A finding without a place has no location")
  func noPlace() throws {
    let log = try Log([Finding(Samples.warningKind, at: nil)], language: .chinese)
    #expect((log.results[0]["locations"] as? [Any])?.isEmpty == true)
    #expect(log.results[0]["level"] as? String == "warning")
  }

  /// A log as any JSON reader sees it.
  private struct Log {
    let root: [String: Any]
    let run: [String: Any]
    let results: [[String: Any]]

    init(_ findings: [Finding], silenced: [SilencedFinding] = [], language: Language) throws {
      let text = SARIFRenderer(language: language).render(findings, silenced: silenced)
      root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      run = try #require((root["runs"] as? [[String: Any]])?.first)
      results = try #require(run["results"] as? [[String: Any]])
    }

    static func region(_ result: [String: Any], _ list: String) -> [String: Int]? {
      let location = (result[list] as? [[String: Any]])?.first
      return (location?["physicalLocation"] as? [String: Any])?["region"] as? [String: Int]
    }
  }
}
