import Analysis
import Findings
import Foundation
import Registry
import TestSupport
import Testing
import Values

@Suite("policy diff of every value there is to edit")
struct EveryLeafTests {
  /// Rule files of the normative examples, below their folder.
  static let files: [String] = {
    let root = Repository.path("examples/rules/policies")
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return folders.sorted().filter { $0.first?.isNumber ?? false }.flatMap { folder -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      return names.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.map { "\(folder)/\($0)" }
    }
  }()

  @Test("an edit of a value in a normative rule file is a difference, unless it is known to mean the same", arguments: files)
  func everyEdit(_ file: String) throws {
    let set = try RuleSet(around: file)
    let shipped = set.registry(set.text)
    #expect(!shipped.findings.contains { $0.kind.severity == .error })
    for edit in LeafEdit.all(in: set.text) {
      let edited = set.registry(edit.text)
      // An edit that is no longer a rule file is not compared.
      if edited.findings.contains(where: { $0.kind.severity == .error }) { continue }
      let isSame = try !differs(shipped, edited)
      let reason = KnownSame.reason(for: edit, in: file)
      #expect(isSame == (reason != nil), "\(file):\(edit) \(reason ?? "")")
    }
  }

  private func differs(_ before: PolicyRegistry, _ after: PolicyRegistry) throws -> Bool {
    let pairs = zip(before.compiled, after.compiled)
    guard before.compiled.count == after.compiled.count else { return true }
    for (left, right) in pairs {
      let comparison = PolicyComparison(left.rules.compiled, right.rules.compiled)
      if !comparison.sections().isEmpty { return true }
      if try !comparison.standings().isEmpty { return true }
      if try !comparison.benefits().isEmpty { return true }
    }
    return false
  }

  /// A rule file with what it inherits from.
  private struct RuleSet {
    let path: String
    let text: String
    private let others: [SourceFile]
    private let catalogue: [SourceFile]

    init(around file: String) throws {
      let root = Repository.path("examples/rules/policies")
      path = "\(root)/\(file)"
      text = try String(contentsOfFile: path, encoding: .utf8)
      let folder = String(file.prefix { $0 != "/" })
      let parent = text.firstMatch(of: /inherits: "?(\d{6})/).map { String($0.output.1) }
      let needed = EveryLeafTests.files.filter { other in
        other != file && (other.hasPrefix(folder + "/") || parent.map(other.hasPrefix) ?? false)
      }
      others = try needed.map { try RuleSet.read("\(root)/\($0)") }
      catalogue = try FileManager.default.contentsOfDirectory(atPath: "\(root)/catalogue").sorted()
        .filter { $0.hasSuffix(".yaml") }.map { try RuleSet.read("\(root)/catalogue/\($0)") }
    }

    private static func read(_ path: String) throws -> SourceFile {
      SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }

    func registry(_ text: String) -> PolicyRegistry {
      let own = SourceFile(path: path, bytes: [UInt8](text.utf8))
      return PolicyRegistry(
        PolicyFolder(rules: others + [own], catalogue: catalogue), collector: FindingCollector(), includesDrafts: false)
    }
  }
}

/// Edits after which every claim is settled as before.
private enum KnownSame {
  struct Case {
    /// A folder of the examples; any when empty.
    let folder: String
    /// Part of the edited line.
    let line: String
    let edit: String
    let why: String
  }

  static let all: [Case] = []

  static func reason(for edit: LeafEdit, in file: String) -> String? {
    all.first { known in
      (known.folder.isEmpty || file.hasPrefix(known.folder)) && edit.before.contains(known.line)
        && (known.edit.isEmpty || "\(edit.old) → \(edit.new)" == known.edit)
    }?.why
  }
}
