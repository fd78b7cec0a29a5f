import Testing

@testable import Findings

@Suite("JUnit")
struct JUnitTests {
  private let renderer = JUnitRenderer(language: .english)

  @Test("Each file is a case in the suite of its folder; only those with findings fail, once")
  func files() {
    let finding = Samples.guardrail(path: "policies/a/1.yaml")
    let report = FindingReport(
      title: "policy check", findings: [finding, finding], files: ["policies/a/1.yaml", "policies/a/2.yaml", "b.yaml"])
    let text = renderer.render(report)
    #expect(text.contains("<testsuites name=\"policy check\" tests=\"3\" failures=\"1\">"))
    #expect(text.contains("<testsuite name=\"policies/a\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\">"))
    #expect(text.contains("<testcase classname=\"policies/a\" name=\"2.yaml\" file=\"policies/a/2.yaml\"/>"))
    #expect(text.contains("<testcase classname=\"policy check\" name=\"b.yaml\" file=\"b.yaml\"/>"))
    #expect(text.split(separator: "<failure type=\"P0341\"").count == 2)
    #expect(text.contains("guardrail `跨省` allows 20% (+1)\""))
  }

  @Test("A finding in a file that was not named, and one without a file, are cases too")
  func others() {
    let report = FindingReport(
      title: "policy check", findings: [Samples.duplicateKey(), Finding(Samples.warningKind, at: nil)], files: [])
    let text = renderer.render(report)
    #expect(text.contains("tests=\"2\" failures=\"2\""))
    #expect(text.contains("name=\"x.yaml\"") && text.contains("name=\"policy check\" file=\"\""))
  }

  @Test("Signs that mean something in XML are escaped, and what XML cannot hold is shown")
  func escapes() {
    let finding = Samples.wrongValue(at: nil, value: "<a & \"b\">\u{0}\u{1B}\u{FFFE}")
    let text = renderer.render(FindingReport(title: "t", findings: [finding], files: []))
    #expect(text.contains("value `&lt;a &amp; &quot;b&quot;&gt;␀␛\u{FFFD}` is wrong"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFE })
  }
}
