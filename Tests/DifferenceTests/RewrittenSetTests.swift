import Findings
import Format
import Foundation
import Layout
import Registry
import Sides
import TestSupport
import Testing

@Suite("policy diff of the same rules written otherwise")
struct RewrittenSetTests {
  @Test(
    "a copy of the shipped rules in Chinese words, its sections in another order, with other comments, is the same",
    arguments: [
      ("policies", 30), ("examples/published/policies", 10), ("examples/normative/policies", 60),
      ("examples/rules/policies", 60),
    ])
  func rewrittenCopy(set: String, leastPairs: Int) throws {
    let policies = Repository.path(set)
    let copy = try Self.rewrittenCopy(of: policies)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let catalogue = Repository.path("policies/catalogue")
    let found = PolicySnapshot.load(copy, catalogue: catalogue, includesDrafts: true).findings
    #expect(found.map { "\($0.kind.code) \($0.place?.file.path ?? "")" } == [])
    let collector = FindingCollector()
    let loaded = SideLoader(policies: policies, catalogue: catalogue, includesDrafts: false)
      .load(policies, copy, collector: collector)
    let sides = try #require(loaded, "\(collector.findings.map { $0.message(in: .english) })")
    let pairs = RulePairs.pairs(sides.0, sides.1)
    // Compared by meaning, not because the files are the same.
    #expect(pairs.count > leastPairs && pairs.allSatisfy { !$0.isIdentical })
    let different = pairs.filter { PairDifference($0, catalogue: sides.0.catalogue).isDifferent }
    #expect(different.map { "\($0.region)" } == [])
  }

  private static func rewrittenCopy(of shipped: String) throws -> String {
    let manager = FileManager.default
    let copy = manager.temporaryDirectory.appending(path: "rewritten-\(UUID().uuidString)").path
    try manager.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for folder in try manager.contentsOfDirectory(atPath: shipped) {
      try manager.copyItem(atPath: "\(shipped)/\(folder)", toPath: "\(copy)/\(folder)")
      // The words of a catalogue's keys say nothing about rules.
      guard folder.first?.isNumber ?? false else { continue }
      let names = try manager.contentsOfDirectory(atPath: "\(shipped)/\(folder)").filter { $0.hasSuffix(".yaml") }
      let files = names.map { name in
        let path = "\(shipped)/\(folder)/\(name)"
        return SourceFile(path: path, bytes: Array(manager.contents(atPath: path) ?? Data()))
      }
      for (name, file) in zip(names, files) {
        let canonical = CanonicalFile(
          ruleFile: file, vocabulary: .chinese, folder: files, converted: Set(files.map(\.path)))
        let text = try #require(canonical.text, "\(file.path): \(canonical.findings.map { $0.message(in: .english) })")
        try rewritten(text).write(toFile: "\(copy)/\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
    }
    return copy
  }

  /// The sections of a file in reverse order, with a comment above and below each.
  private static func rewritten(_ text: String) -> String {
    var sections: [[Substring]] = [[]]
    var isAboveKey = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isComment = line.hasPrefix("#")
      let beginsSection = !line.isEmpty && !line.hasPrefix(" ") && !line.hasPrefix("-")
      if beginsSection, !isAboveKey { sections.append([]) }
      isAboveKey = beginsSection && isComment
      sections[sections.count - 1].append(line)
    }
    return sections.reversed().map { ["# 上面", $0.joined(separator: "\n"), "# 下面\n"].joined(separator: "\n") }
      .joined()
  }
}
