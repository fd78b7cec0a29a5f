import Findings
import Foundation
import Registry
import Testing
import Values

/// A rule file with one fault and what has to be found in it: one entry of `Tests/Fixtures/broken/manifest.json`.
///
/// The fixtures and the manifest are written by `Tests/Fixtures/make_broken.py`.
struct BrokenFile: Decodable, Sendable, CustomTestStringConvertible {
  /// The folder of the policy set that has the fault.
  let name: String
  let file: String
  let code: String
  let line: Int
  let column: Int
  let severity: String
  let why: String
  /// How many findings the fault may lead to; three when left out.
  let mostFindings: Int?
  /// What the program does instead, where it is not yet as expected.
  let knownIssue: String?

  var testDescription: String { name }

  var expected: String { "\(severity) \(code) \(file):\(line):\(column)" }
}

/// The fixtures, each read and checked once.
enum Fixtures {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let broken = "\(repository)/Tests/Fixtures/broken"
  static let good = "\(repository)/Tests/Fixtures/good"
  static let goodNames = [
    "filing", "filing_chinese", "filing_heirs",
    "english", "chinese", "family", "reform", "additions", "additions_chinese", "heirs", "wages",
  ]

  /// Empty when the manifest cannot be read; a test says so.
  static let all: [BrokenFile] = (try? manifest()) ?? []

  static let findings: [String: [Finding]] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, check("\(broken)/\($0.name)")) })

  static func manifest() throws -> [BrokenFile] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(broken)/manifest.json"))
    return try JSONDecoder().decode([BrokenFile].self, from: data)
  }

  /// The day that review dates are compared with, as in make_broken.py.
  private static let today = CivilDate("2026-01-01")

  /// What `policy check` finds in a folder.
  static func check(_ folder: String) -> [Finding] {
    let collector = FindingCollector()
    let files = PolicyFolder.read(folder, catalogue: "\(repository)/policies/catalogue", collector: collector)
    return PolicySnapshot(files, collector: collector, includesDrafts: true, today: today).findings
  }

  /// A finding as ``BrokenFile/expected`` writes it.
  static func summary(_ finding: Finding) -> String {
    guard let place = finding.place else { return "\(finding.kind.severity.rawValue) \(finding.kind.code)" }
    let prefix = "\(broken)/"
    let path = place.file.path.hasPrefix(prefix) ? String(place.file.path.dropFirst(prefix.count)) : place.file.path
    return
      "\(finding.kind.severity.rawValue) \(finding.kind.code) \(path):\(place.start.line):\(place.start.column)"
  }
}

@Suite struct `Broken rule files` {
  /// Codes that no fixture can have, with the reason.
  private static let withoutFixture = [
    "F0227": "true and false occur in settlements only",
    "P0349": "an unreadable path has no file; tested below",
    "P0390": "a folder without rule files has no file; CheckPathTests has one",
    "P0351": "no check reports it",
    "P0352": "no check reports it",
  ]

  @Test func `the manifest lists at least 200 fixtures`() throws {
    let manifest = try Fixtures.manifest()
    #expect(manifest.count >= 200)
    #expect(Set(manifest.map(\.name)).count == manifest.count)
  }

  @Test(arguments: Fixtures.goodNames)
  func `a good file has no findings`(_ name: String) {
    let findings = Fixtures.check("\(Fixtures.good)/\(name)")
    #expect(findings.map(Fixtures.summary).isEmpty)
  }

  @Test(arguments: Fixtures.all)
  func `the fault is found at its place and hardly anything else`(_ broken: BrokenFile) {
    guard let issue = broken.knownIssue else {
      expectFault(of: broken)
      return
    }
    withKnownIssue(Comment(rawValue: issue)) { expectFault(of: broken) }
  }

  private func expectFault(of broken: BrokenFile) {
    let findings = Fixtures.findings[broken.name] ?? []
    let found = findings.map(Fixtures.summary)
    let why = Comment(rawValue: broken.why)
    #expect(found.contains(broken.expected), why)
    #expect(found.count <= broken.mostFindings ?? 3, why)
    // `policy check` rejects a set for any finding; it settles nothing with a set that has errors.
    #expect(!findings.isEmpty, why)
    #expect(findings.hasErrors || broken.severity == "warning", why)
  }

  @Test(arguments: Fixtures.all)
  func `no message has an unfilled placeholder`(_ broken: BrokenFile) {
    for finding in Fixtures.findings[broken.name] ?? [] {
      for language in Language.allCases {
        let text = finding.kind.text(in: language)
        let missing = (placeholders(in: text.message) + placeholders(in: text.help)).filter {
          finding.arguments[$0] == nil
        }
        #expect(missing.isEmpty, "\(finding.kind.code) in \(language.rawValue)")
      }
    }
  }

  /// The names in braces of a finding's text.
  private func placeholders(in template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  @Test func `every code of files and rules has a fixture`() {
    let covered = Set(Fixtures.all.map(\.code))
    let kinds =
      FindingKind.yamlKinds + FindingKind.formatKinds + FindingKind.policyKinds + FindingKind.additionKinds
      + FindingKind.structureKinds
      + FindingKind.filingKinds.filter { $0.code.hasPrefix("P") }
    let uncovered = kinds.map(\.code).filter { !covered.contains($0) }
    print("codes without a fixture: \(uncovered.joined(separator: ", "))")
    #expect(uncovered.filter { Self.withoutFixture[$0] == nil }.isEmpty)
    #expect(covered.isDisjoint(with: Self.withoutFixture.keys))
  }

  @Test func `every fixture expects a code that exists, with its severity`() {
    for broken in Fixtures.all {
      let kind = FindingCatalogue.kind(code: broken.code)
      #expect(kind?.severity.rawValue == broken.severity, "\(broken.name)")
    }
  }

  @Test func `a folder that is not there is a finding without a place`() {
    let findings = Fixtures.check("\(Fixtures.broken)/no-such-folder")
    #expect(findings.map(\.kind.code) == ["P0349"])
    #expect(findings.first?.place == nil)
  }
}
