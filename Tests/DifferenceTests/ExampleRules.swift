import Findings
import Foundation
import Registry
import TestSupport

/// A rule file of the normative examples, or one like it, with what it inherits from and what inherits from it.
struct ExampleRules {
  /// The rule files, below their folder.
  static let files: [String] = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return folders.sorted().filter { $0.first?.isNumber ?? false }.flatMap { folder -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      return names.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.map { "\(folder)/\($0)" }
    }
  }()

  private static let root = Repository.path("examples/rules/policies")

  /// By region, the files that inherit from it: what it sets limits for.
  private static let heirs: [String: [String]] = Dictionary(
    grouping: files.filter { parent(of: $0) != nil }, by: { parent(of: $0) ?? "" })

  private static func parent(of file: String) -> String? {
    (try? String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)).flatMap { inherited(in: $0) }
  }

  private static func inherited(in text: String) -> String? {
    text.firstMatch(of: /inherits: "?(\d{6})/).map { String($0.output.1) }
  }

  let text: String
  private let path: String
  private let others: [SourceFile]
  private let catalogue: [SourceFile]

  init(around file: String) throws {
    let path = "\(ExampleRules.root)/\(file)"
    try self.init(text: String(contentsOfFile: path, encoding: .utf8), file: file)
  }

  /// Rules written in a test, of a region that the examples' code lists know.
  init(text: String, file: String) throws {
    self.text = text
    path = "\(ExampleRules.root)/\(file)"
    let folder = String(file.prefix { $0 != "/" })
    let parent = ExampleRules.inherited(in: text)
    let heirs = ExampleRules.heirs[String(file.prefix(6))] ?? []
    let needed = ExampleRules.files.filter { other in
      other != file
        && (other.hasPrefix(folder + "/") || parent.map(other.hasPrefix) ?? false || heirs.contains(other))
    }
    others = try needed.map { try ExampleRules.read("\(ExampleRules.root)/\($0)") }
    let lists = "\(ExampleRules.root)/catalogue"
    catalogue = try FileManager.default.contentsOfDirectory(atPath: lists).sorted()
      .filter { $0.hasSuffix(".yaml") }.map { try ExampleRules.read("\(lists)/\($0)") }
  }

  private static func read(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  /// The rules with another text for the file.
  func registry(_ text: String) -> PolicySnapshot {
    let own = SourceFile(path: path, bytes: [UInt8](text.utf8))
    return PolicySnapshot(
      PolicyFolder(rules: others + [own], catalogue: catalogue), collector: FindingCollector(), includesDrafts: false)
  }
}
