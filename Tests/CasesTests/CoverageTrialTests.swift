import Cases
import Coverage
import Findings
import Registry
import TestSupport
import Testing

@Suite("a figure that is covered cannot be changed in its file unnoticed")
struct CoverageTrialTests {
  @Test("changed in the text of the rule file, some case fails")
  func textChanged() throws {
    let collector = FindingCollector()
    let file = try CoverageFixture.file(CoverageFixture.cases, collector)
    let results = try CoverageFixture().report.all.filter { CoverageTrialTests.changed($0.item.value) != nil }
    let figures = results.filter {
      [.ratio, .deductible, .capReached, .standingChange, .filingNeed, .filingChannel].contains($0.item.kind)
    }
    #expect(figures.count > 12)
    for item in figures.map(\.item) {
      let registry = try CoverageTrialTests.registry(changing: item)
      #expect(!registry.compiled.isEmpty)
      let counts = CaseRunner(source: registry).run(file, collector: FindingCollector())
      #expect(counts.failed > 0, "\(item.kind) \(item.value) \(item.place.start)")
    }
  }

  /// The value as a slip would put it; nil where it takes more than another word.
  private static func changed(_ value: String) -> (String, String)? {
    if value.hasSuffix(".00"), let yuan = Int(value.dropLast(3)) { return ("\(yuan)", "\(yuan + 1)") }
    if value.hasSuffix("%"), let percent = Int(value.dropLast()) { return ("\(percent)", "\(percent + 1)") }
    let words = ["needed": "not_needed", "not_needed": "needed", "either": "manual", "manual": "either"]
    return words[value].map { (value, $0) }
  }

  /// The fixture's rules with one figure written differently.
  private static func registry(changing item: CoverageItem) throws -> PolicySnapshot {
    let collector = FindingCollector()
    let folder = PolicyFolder.read(CoverageFixture.folder, catalogue: CoverageFixture.catalogue, collector: collector)
    let (old, new) = try #require(changed(item.value))
    let rules = folder.rules.map { source -> SourceFile in
      guard source.path == item.place.file.path else { return source }
      var lines = (1...source.lineCount).map { Array(source.line($0).unicodeScalars) }
      let (row, from, to) = (item.place.start.line - 1, item.place.start.column - 1, item.place.end.column - 1)
      let written = String(String.UnicodeScalarView(lines[row][from..<to]))
      let parts = written.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      lines[row].replaceSubrange(from..<to, with: Array((parts[0] + new + parts[1]).unicodeScalars))
      let text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
      return SourceFile(path: source.path, bytes: Array(text.utf8))
    }
    return PolicySnapshot(
      PolicyFolder(rules: rules, catalogue: folder.catalogue), collector: collector, includesDrafts: false)
  }
}
