import Findings
import Format
import TestSupport
import Testing

@testable import Layout

@Suite("names that the vocabulary resolves are converted, and what was left behind is noticed")
struct ConversionTests {
  private static let head = """
    format: "1"
    region: "999999"
    title: 测试
    in_force: {from: "2024-01-01"}
    sources: {文件: {title: 一份文件, basis: assumed}}
    attributes:
      years: {title: 缴费年限, kind: number}
      tier: {title: 档次, kind: choice, values: {high: 高, low: 低}}
    plans:
      stay:
        title: 住院
        for: {visit: inpatient}
        layers:
          - id: pool
            fund: pooled
            pays_from: in_scope
            ratio:
              by: [tier, person]
              cases:
                high: {retired: 80%, employed: 70%}
                low: {retired: 60%, employed: 50%}
              adjust:
                - {plus: 1 points, for_each: age, beyond: 60}
                - {plus: 1 points, for_each: years}
              source: 文件 一

    """

  private static let later = """
    format: "1"
    region: "999999"
    title: 测试二
    in_force: {from: "2025-01-01"}
    sources: {文件: {title: 一份文件, basis: assumed}}
    changes:
      - {at: plans.stay.layers.pool.ratio.cases.low.retired, was: 60%, now: 61%, source: 文件 二}
      - {at: plans.stay.layers.pool.ratio.adjust.1.for_each, was: age, now: years, source: 文件 三}

    """

  private static let files = [("2024-01-01", head), ("2025-01-01", later)].map { day, text in
    SourceFile(path: "policies/999999-test/\(day).yaml", bytes: Array(text.utf8))
  }

  private func converted(_ file: SourceFile) throws -> String {
    let result = CanonicalFile(
      ruleFile: file, vocabulary: .chinese, folder: Self.files, converted: Set(Self.files.map(\.path)))
    return try #require(result.text, "\(result.findings.map { $0.message(in: .english) })")
  }

  @Test("dimensions that are counted by, built in or not") func countedDimensions() throws {
    let text = try converted(Self.files[0])
    #expect(text.contains("每满: 年龄") && text.contains("每满: years"))
    let file = SourceFile(path: Self.files[0].path, bytes: Array(text.utf8))
    let back = CanonicalFile(ruleFile: file, vocabulary: .english, folder: [file], converted: [file.path])
    #expect(back.text == CanonicalFile(ruleFile: Self.files[0]).text)
  }

  @Test("paths through a table of the version before that goes by its attributes, and dimensions at their end")
  func changedPaths() throws {
    let text = try converted(Self.files[1])
    #expect(text.contains("位置: 待遇.stay.支付层.pool.支付比例.各档.low.退休"))
    #expect(text.contains("位置: 待遇.stay.支付层.pool.支付比例.调整.1.每满, 原为: 年龄, 改为: years"))
  }

  @Test(
    "a name left in the other language is not the same: F0303",
    arguments: [("每满: 年龄", "每满: age"), ("支付范围: 政策范围内费用", "支付范围: in_scope")])
  func leftBehind(chinese: String, english: String) throws {
    let text = try converted(Self.files[0])
    let document = try #require(OpenedDocument(ruleFile: Self.files[0], collector: FindingCollector()))
    func isFaithful(_ text: String) -> Bool { CanonicalFile.isFaithful(text, to: document, [], .chinese, base: nil) }
    #expect(isFaithful(text))
    try #require(text.contains(chinese))
    #expect(!isFaithful(text.replacing(chinese, with: english)))
  }

  @Test("F0301 says what is missing: a line, a blank line, or the end")
  func firstDifference() throws {
    func messages(_ text: String, _ expected: String) throws -> [String] {
      let finding = try #require(
        CanonicalFile.difference(of: SourceFile(path: "a.yaml", bytes: Array(text.utf8)), from: expected))
      return [finding.message(in: .chinese), finding.message(in: .english)]
    }
    let line = try messages("a: 1\nb: 2\n", "a: 1\nc: 2\n")
    #expect(line[0].hasSuffix("应为“c: 2”") && line[1].hasSuffix("expected `c: 2`"))
    let blank = try messages("a: 1\nb: 2\n", "a: 1\n\nb: 2\n")
    #expect(blank[0].hasSuffix("应有空行") && blank[1].hasSuffix("a blank line is missing"))
    let end = try messages("a: 1\n\n\n", "a: 1\n")
    #expect(end[0].hasSuffix("文件应在这一行之前结束") && end[1].hasSuffix("the file should end before it"))
  }
}
