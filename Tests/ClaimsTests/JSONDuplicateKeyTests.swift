import Findings
import SourceTree
import Testing

@Suite("a key written twice in JSON")
struct JSONDuplicateKeyTests {
  @Test("the second of two equal keys is a finding that shows the first")
  func finding() throws {
    let sample = JSONSample(#"{"a": 1, "b": 2, "a": 3}"#)
    let finding = try #require(sample.findings.first)
    #expect(sample.findings.count == 1)
    #expect(finding.kind == .duplicateKey)
    #expect(finding.place?.start == Position(line: 1, column: 18))
    #expect(finding.related?.start == Position(line: 1, column: 2))
  }

  @Test("the first value stays, so that nothing is lost silently")
  func firstStays() {
    let root = JSONSample(#"{"a": 1, "a": 3}"#).root
    #expect(root?["a"]?.scalar?.text == "1")
    #expect(root?.entries?.count == 1)
  }

  @Test("an escaped key is equal to its plain spelling")
  func escaped() {
    #expect(JSONSample(#"{"a": 1, "\u0061": 3}"#).codes == ["Y0106"])
  }

  @Test("equal keys of different objects are no finding")
  func differentObjects() {
    #expect(JSONSample(#"[{"a": 1}, {"a": {"a": 2}}]"#).codes == [])
  }

  @Test("a claim with a key written twice is never settled")
  func claim() throws {
    let claim = try DemoClaim.number(1)
    let text = String(claim.json.dropLast()) + ", \"inscp_scp_amt\": 60000.00}"
    #expect(try Policies.shipped.answer(text).errors.map(\.code) == ["Y0106"])
  }
}
