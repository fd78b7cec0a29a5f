import Findings
import Foundation
import Registry
import TestSupport
import Testing

@Suite("the cookbook of rule variants (docs/rules)")
struct CookbookTests {
  /// The variants that the project's research lists, by letter.
  static let ids = [("D", 14), ("B", 3), ("S", 7), ("R", 6), ("C", 9), ("N", 14), ("M", 6), ("T", 5)]
    .flatMap { letter, count in (1...count).map { "V-\(letter)\($0)" } }

  @Test(arguments: ids)
  func everyVariantHasAPageThatTheIndexNames(id: String) throws {
    let index = try String(contentsOfFile: Repository.path("docs/rules/README.md"), encoding: .utf8)
    #expect(index.contains("(\(id).md)"))
    let page = try CookbookPage(id)
    #expect(page.text.hasPrefix("# \(id) "))
    #expect(page.right != nil || page.text.contains("## 不支持 · Not supported"))
  }

  @Test(arguments: ids)
  func theRuleOnAPageStandsInAFileThatHasNoFindings(id: String) throws {
    let page = try CookbookPage(id)
    guard let right = page.right else { return }
    #expect(page.occurrences(of: right) == 1, "the fragment has to stand in \(page.rulePath) once")
    #expect(try page.findings(of: page.rules).isEmpty)
    #expect(FileManager.default.fileExists(atPath: Repository.path("examples/rules/\(id).cases.yaml")))
  }

  @Test(arguments: ids)
  func theMistakeOnAPageGivesTheFindingThatThePageNames(id: String) throws {
    let page = try CookbookPage(id)
    guard let right = page.right else { return }
    let wrong = try #require(page.wrong)
    let code = try #require(page.code)
    let found = try page.findings(of: page.replacing(right, by: wrong)).map(\.kind.code)
    #expect(found.contains(code), "found \(found)")
  }
}

/// One page: the rule it shows, the mistake, and the rule file that both belong to.
private struct CookbookPage {
  let text: String
  let rulePath: String
  let rules: String
  let right: [String]?
  let wrong: [String]?
  let code: String?

  init(_ id: String) throws {
    text = try String(contentsOfFile: Repository.path("docs/rules/\(id).md"), encoding: .utf8)
    let blocks = CookbookPage.yamlBlocks(of: text)
    right = blocks.first
    wrong = blocks.dropFirst().first
    code = text.firstMatch(of: /→ \[(\w+)\]/).map { String($0.1) }
    guard let right else {
      (rulePath, rules) = ("", "")
      return
    }
    let root = Repository.path("examples/rules/policies")
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(atPath: root).first { $0.hasSuffix("-\(id.lowercased())") })
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
      .filter { $0.hasSuffix(".yaml") }.map { "\(root)/\(folder)/\($0)" }
    let texts = try files.map { (path: $0, text: try String(contentsOfFile: $0, encoding: .utf8)) }
    let own = texts.first { !CookbookPage.matches(right, in: $0.text).isEmpty } ?? texts.first
    (rulePath, rules) = try #require(own)
  }

  private static func yamlBlocks(of text: String) -> [[String]] {
    var blocks: [[String]] = []
    var current: [String]?
    for line in text.components(separatedBy: "\n") {
      if line == "```yaml" {
        current = []
      } else if line == "```", let block = current {
        blocks.append(block)
        current = nil
      } else {
        current?.append(line)
      }
    }
    return blocks
  }

  /// The lines at which the fragment begins, with the indentation it has there.
  private static func matches(_ fragment: [String], in text: String) -> [(line: Int, indentation: String)] {
    let lines = text.components(separatedBy: "\n")
    return lines.indices.compactMap { start in
      guard start + fragment.count <= lines.count, let first = fragment.first, lines[start].hasSuffix(first) else {
        return nil
      }
      let indentation = String(lines[start].dropLast(first.count))
      guard indentation.allSatisfy({ $0 == " " }) else { return nil }
      let isMatch = fragment.indices.allSatisfy { offset in
        lines[start + offset] == (fragment[offset].isEmpty ? "" : indentation + fragment[offset])
      }
      return isMatch ? (start, indentation) : nil
    }
  }

  func occurrences(of fragment: [String]) -> Int { CookbookPage.matches(fragment, in: rules).count }

  func replacing(_ right: [String], by wrong: [String]) -> String {
    var lines = rules.components(separatedBy: "\n")
    guard let match = CookbookPage.matches(right, in: rules).first else { return rules }
    lines.replaceSubrange(
      match.line..<match.line + right.count, with: wrong.map { $0.isEmpty ? "" : match.indentation + $0 })
    return lines.joined(separator: "\n")
  }

  /// What `policy check` says when this text is the region's file; the region's other files stay.
  func findings(of text: String) throws -> [Finding] {
    let folder = URL(fileURLWithPath: rulePath).deletingLastPathComponent()
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("cookbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let copy = root.appendingPathComponent(folder.lastPathComponent)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: folder, to: copy)
    try text.write(
      to: copy.appendingPathComponent(URL(fileURLWithPath: rulePath).lastPathComponent), atomically: true,
      encoding: .utf8)
    return PolicySnapshot.load(root.path, catalogue: Repository.path("examples/rules/policies/catalogue")).findings
  }
}
