import Findings
import Format
import Foundation
import Layout
import PolicyModel
import PolicyReading
import Registry
import TestSupport
import Testing
import Values

@Suite("beginning a rule file")
struct ScaffoldTests {
  private static let shipped: [SourceFile] = LayoutFile.shipped
    .filter { $0.kind == .rules && $0.path.hasPrefix("policies/") }.map(\.source)

  private func request(
    _ code: String, _ name: String, from day: String? = nil, vocabulary: Vocabulary? = nil
  ) throws -> Scaffold.Request {
    Scaffold.Request(
      policies: "policies",
      region: Catalogue.Region(
        code: try #require(RegionCode(code)), name: name, level: "pooling_region", treatedAt: nil),
      firstDay: day.flatMap { CivilDate($0) }, today: try #require(CivilDate("2026-11-22")), vocabulary: vocabulary,
      folderName: nil)
  }

  private func scaffold(
    _ request: Scaffold.Request, files: [SourceFile] = ScaffoldTests.shipped
  ) -> (Scaffold?, [String]) {
    let collector = FindingCollector()
    let scaffold = Scaffold(request, files: files, collector: collector)
    return (scaffold, collector.findings.map(\.kind.code))
  }

  /// What `policy check` finds in a scaffold among the shipped rules.
  private func check(_ scaffold: Scaffold) -> [Finding] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scaffold-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try FileManager.default.copyItem(atPath: Repository.path("policies"), toPath: folder)
      func write(_ path: String, _ bytes: [UInt8]) throws {
        let target = "\(folder)/\(path.dropFirst("policies/".count))"
        try FileManager.default.createDirectory(
          atPath: FilePath.folder(of: target), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: target))
      }
      try write(scaffold.path, Array(scaffold.text.utf8))
      if let ended = scaffold.ended { try write(ended.path, ended.bytes) }
    } catch {
      Issue.record("\(error)")
    }
    return PolicySnapshot.load(folder, catalogue: nil, includesDrafts: true).findings
  }

  @Test(
    "a new region states everything as unknown, is only told that its source is to be filled in, and settles nothing",
    arguments: [nil, .english, .chinese] as [Vocabulary?])
  func newRegion(vocabulary: Vocabulary?) throws {
    let (made, codes) = scaffold(try request("330200", "宁波市", from: "2025-01-01", vocabulary: vocabulary))
    #expect(codes.isEmpty)
    let scaffold = try #require(made)
    #expect(scaffold.path == "policies/330200-宁波市/2025-01-01.yaml")
    #expect(scaffold.ended == nil)
    #expect(scaffold.text.contains(vocabulary == .chinese ? "上级: \"100000\"" : "inherits: \"100000\""))
    #expect(check(scaffold).map(\.kind.code) == ["P0450"])
    // No figure but dates and codes.
    let figures = scaffold.text.split(separator: "\n").filter { !$0.hasPrefix("#") && $0.contains("%") }
    #expect(figures.isEmpty)
    let file = SourceFile(path: scaffold.path, bytes: Array(scaffold.text.utf8))
    #expect(CanonicalFile(ruleFile: file).text == scaffold.text)
  }

  @Test("a region inherits from its province where that has rules, else from the nation, else from nobody")
  func parents() throws {
    let inHunan = try #require(scaffold(try request("430200", "株洲市", from: "2024-01-01")).0)
    #expect(inHunan.text.contains("inherits: \"430000\""))
    let alone = try #require(scaffold(try request("430200", "株洲市"), files: []).0)
    #expect(!alone.text.contains("inherits:"))
    let undated = try #require(scaffold(try request("430200", "株洲市")).0)
    #expect(undated.path.hasSuffix("/2026-11-22.yaml"))
  }

  @Test("the next version ends the one before on the day before and changes no other byte")
  func nextVersion() throws {
    let (made, codes) = scaffold(try request("330100", "杭州市", from: "2025-07-01"))
    #expect(codes.isEmpty)
    let scaffold = try #require(made)
    #expect(scaffold.path == "policies/330100-hangzhou/2025-07-01.yaml")
    #expect(scaffold.text.contains("（2025 年 7 月）"))
    let ended = try #require(scaffold.ended)
    let before = try #require(Self.shipped.first { $0.path == ended.path })
    let text = String(decoding: before.bytes, as: UTF8.self)
    #expect(text.contains("in_force: {from: \"2020-01-01\"}"))
    #expect(
      String(decoding: ended.bytes, as: UTF8.self)
        == text.replacing(
          "in_force: {from: \"2020-01-01\"}", with: "in_force: {from: \"2020-01-01\", to: \"2025-06-30\"}"))
    let file = SourceFile(path: scaffold.path, bytes: Array(scaffold.text.utf8))
    #expect(CanonicalFile(ruleFile: file).text == scaffold.text)
    // Only what is still to be filled in is reported, at its place.
    let findings = check(scaffold)
    #expect(findings.map(\.kind.code) == ["P0338"], "\(findings.map { $0.message(in: .english) })")
    #expect(findings.first?.place?.file.path.hasSuffix("2025-07-01.yaml") ?? false)
  }

  @Test(
    "the last day is written in every way a first day can be",
    arguments: [
      (
        "in_force:\n  from: \"2024-01-01\"  # 首日\ntitle: 二\n",
        "in_force:\n  from: \"2024-01-01\"  # 首日\n  to: \"2024-12-31\"\ntitle: 二\n"
      ),
      (
        "in_force: {from: '2024-01-01',\n  to: \"2030-12-31\"}\n",
        "in_force: {from: '2024-01-01',\n  to: \"2024-12-31\"}\n"
      ),
      (
        "in_force: {from: \"2024-01-01\", to: \"2024-12-31\"}\n",
        "in_force: {from: \"2024-01-01\", to: \"2024-12-31\"}\n"
      ),
      (
        "施行: {自: \"2024-01-01\"} # 首日\n名称: 一\n格式: \"1\"\n",
        "施行: {自: \"2024-01-01\", 至: \"2024-12-31\"} # 首日\n名称: 一\n格式: \"1\"\n"
      ),
    ])
  func lastDay(before: String, after: String) throws {
    let region = before.contains("施行") ? "统筹地区: \"990000\"\n" : "region: \"990000\"\n"
    let file = SourceFile(path: "policies/990000-x/2024-01-01.yaml", bytes: Array((region + before).utf8))
    let (made, codes) = scaffold(try request("990000", "某市", from: "2025-01-01"), files: [file])
    #expect(codes.isEmpty)
    let scaffolded = try #require(made)
    let ended = try #require(scaffolded.ended)
    #expect(String(decoding: ended.bytes, as: UTF8.self) == region + after)
  }

  @Test("an end that is known goes over to the new version") func knownEnd() throws {
    // Hunan's rules end on 2024-09-04.
    let made = try #require(scaffold(try request("430000", "湖南省", from: "2024-01-01")).0)
    #expect(made.text.contains("in_force: {from: \"2024-01-01\", to: \"2024-09-04\"}"))
    let ended = try #require(made.ended)
    #expect(String(decoding: ended.bytes, as: UTF8.self).contains("to: \"2023-12-31\""))
    let lastDay = try #require(scaffold(try request("430000", "湖南省", from: "2024-09-04")).0)
    #expect(lastDay.text.contains("in_force: {from: \"2024-09-04\", to: \"2024-09-04\"}"))
    let after = try #require(scaffold(try request("430000", "湖南省", from: "2024-09-05")).0)
    #expect(after.text.contains("in_force: {from: \"2024-09-05\"}"))
  }

  @Test("comments quote only words that the file may use", arguments: Vocabulary.allCases)
  func quotedWords(vocabulary: Vocabulary) throws {
    let first = try #require(scaffold(try request("330200", "宁波市", vocabulary: vocabulary)).0)
    let whole = SourceFile(path: first.path, bytes: Array(first.text.utf8))
    let next = try #require(scaffold(try request("330200", "宁波市", from: "2027-01-01"), files: [whole]).0)
    let known = FormatVocabulary.words(in: vocabulary)
    for (text, least) in [(first.text, 10), (next.text, 4)] {
      let comments = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("#") }
      let quoted = comments.joined(separator: "\n").matches(of: /`([^`]+)`/).map { String($0.output.1) }
      #expect(quoted.count >= least)
      for word in quoted {
        // A path begins and ends with a key; the author's own names stand between.
        let steps = word.split(separator: ".").map(String.init)
        let ends = [steps.first, steps.last].compactMap { $0 }
        #expect(ends.allSatisfy(known.contains), "\(word)")
      }
    }
  }

  @Test("dates that do not follow are refused") func refusals() throws {
    #expect(scaffold(try request("330100", "杭州市")).1 == ["N0105"])
    #expect(scaffold(try request("330100", "杭州市", from: "2020-01-01")).1 == ["N0102"])
    #expect(scaffold(try request("330100", "杭州市", from: "2019-01-01")).1 == ["N0103"])
    // Hunan's rules end on 2024-09-04.
    #expect(scaffold(try request("430000", "湖南省", from: "2025-01-01")).1 == ["N0104"])
    #expect(scaffold(try request("430000", "湖南省", from: "2024-09-05")).1 == [])
    #expect(scaffold(try request("330100", "杭州市", from: "2025-07-01", vocabulary: .chinese)).1 == ["N0106"])
    #expect(scaffold(try request("330100", "杭州市", from: "2025-07-01", vocabulary: .english)).1 == [])
  }

  @Test("a region whose files have errors is not added to") func errorsStop() throws {
    let file = SourceFile(
      path: "policies/330200-ningbo/2024-01-01.yaml", bytes: Array("region: \"330200\"\n\tx: 1\n".utf8))
    let (made, codes) = scaffold(try request("330200", "宁波市", from: "2025-01-01"), files: [file])
    #expect(made == nil && codes.contains("Y0105"))
  }
}
