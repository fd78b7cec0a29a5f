import Cases
import Findings
import Format
import Foundation
import TestSupport
import Testing

@testable import Layout

@Suite("files written in other ways")
struct RewriteTests {
  private static let seed: UInt64 =
    ProcessInfo.processInfo.environment["LAYOUT_SEED"].flatMap { UInt64($0) } ?? 20_261_122
  private static let count = 500

  /// Long files of cases add time and nothing else.
  private static let files = LayoutFile.shipped.filter { $0.source.lineCount < ($0.kind == .cases ? 100 : 500) }

  /// A rewrite may move every key of a fixed set (records, tables, conditions), never the names, cases and items whose
  /// order the author chose. Comments move with their key, so that the canonical bytes come back with them.
  @Test("500 rewrites come back to the same bytes") func rewritesComeBack() throws {
    print("LAYOUT_SEED=\(Self.seed)")
    var random = SeededGenerator(seed: Self.seed)
    var different = 0
    for _ in 0..<Self.count {
      let file = try #require(Self.files.randomElement(using: &random))
      let canonical = try #require(file.laidOut(in: Bool.random(using: &random) ? .chinese : nil).text)
      let seed = random.next()
      let document = try #require(open(file, canonical))
      var rewriter = Rewriter(document, seed: seed)
      let other = rewriter.rewritten()
      if other != canonical { different += 1 }
      let result = file.laidOut(other)
      if result.text != canonical {
        let messages = result.findings.map { $0.message(in: .english) }
        Issue.record("\(file.path), seed \(seed): \(messages) \(firstDifference(result.text ?? other, canonical))")
        return
      }
    }
    // A rewrite that changes nothing would test nothing.
    #expect(different > Self.count * 9 / 10)
  }

  /// Where a comment goes is not compared with the original, which has no such comments: it is kept once, the result is
  /// canonical, and without the comments the text means the same.
  @Test("comments that are added anywhere are kept") func addedCommentsAreKept() throws {
    var random = SeededGenerator(seed: Self.seed &+ 1)
    for _ in 0..<Self.count {
      let file = try #require(Self.files.randomElement(using: &random))
      let canonical = try #require(file.laidOut().text)
      let seed = random.next()
      let document = try #require(open(file, canonical))
      var rewriter = Rewriter(document, seed: seed)
      let added = rewriter.addComments()
      let result = file.laidOut(rewriter.rewritten())
      guard let text = result.text else {
        let messages = result.findings.map { $0.message(in: .english) }
        Issue.record("\(file.path), seed \(seed): \(messages)")
        return
      }
      for comment in added { #expect(text.components(separatedBy: comment).count == 2, "\(file.path), seed \(seed)") }
      let again = try #require(open(file, text))
      #expect(again.meaning(base: nil) == document.meaning(base: nil), "\(file.path), seed \(seed)")
      let twice = file.laidOut(text).text
      if twice != text {
        Issue.record("\(file.path), seed \(seed): \(firstDifference(twice ?? "", text))")
        return
      }
    }
  }

  private func open(_ file: LayoutFile, _ text: String) -> OpenedDocument? {
    let source = SourceFile(path: file.path, bytes: Array(text.utf8))
    let collector = FindingCollector()
    return switch file.kind {
    case .rules: OpenedDocument(ruleFile: source, collector: collector)
    case .catalogue: OpenedDocument(source, .catalogue, collector: collector)
    case .cases: OpenedDocument(source, .cases, collector: collector)
    }
  }

  private func firstDifference(_ found: String, _ expected: String) -> String {
    let pairs = zip(found.split(separator: "\n"), expected.split(separator: "\n"))
    return pairs.first { $0 != $1 }.map { "found \($0), expected \($1)" } ?? "one is longer"
  }
}
