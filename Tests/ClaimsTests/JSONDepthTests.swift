import Findings
import SourceTree
import Testing

@Suite("nesting of JSON")
struct JSONDepthTests {
  private func arrays(_ count: Int) -> String {
    String(repeating: "[", count: count) + "1" + String(repeating: "]", count: count)
  }

  private func objects(_ count: Int) -> String {
    String(repeating: "{\"a\":", count: count) + "1" + String(repeating: "}", count: count)
  }

  @Test("sixteen levels are read")
  func allowed() {
    #expect(JSONSample(arrays(16)).codes == [])
    #expect(JSONSample(objects(16)).codes == [])
  }

  @Test("seventeen levels are a finding that names the limit")
  func refused() throws {
    for text in [arrays(17), objects(17)] {
      let sample = JSONSample(text)
      #expect(sample.root == nil)
      #expect(sample.codes == ["C0102"])
      #expect(try #require(sample.findings.first).message(in: .english).contains("16"))
    }
  }

  @Test("however deep a text is, reading it ends with the finding and not with the stack")
  func hostile() {
    #expect(JSONSample(String(repeating: "[", count: 200_000)).codes == ["C0102"])
    #expect(JSONSample(String(repeating: "{\"a\":", count: 100_000)).codes == ["C0102"])
  }
}
