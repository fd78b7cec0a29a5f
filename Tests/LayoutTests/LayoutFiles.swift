import Cases
import Findings
import Format
import Foundation
import Layout
import PolicyReading
import TestSupport
import Testing

/// A YAML file of the repository, and how it is laid out.
struct LayoutFile: CustomTestStringConvertible, Sendable {
  enum Kind { case rules, catalogue, cases }

  let path: String
  let kind: Kind
  /// All rule files of its folder.
  var folder: [SourceFile] = []

  var testDescription: String { path }

  var source: SourceFile { LayoutFile.load(path) }

  static func load(_ path: String) -> SourceFile {
    SourceFile(path: path, bytes: Array(FileManager.default.contents(atPath: Repository.path(path)) ?? Data()))
  }

  func laidOut(_ text: String? = nil, in vocabulary: Vocabulary? = nil, folder: [SourceFile]? = nil) -> CanonicalFile {
    let file = text.map { SourceFile(path: path, bytes: Array($0.utf8)) } ?? source
    switch kind {
    case .catalogue: return CanonicalFile(file, as: .catalogue, vocabulary: vocabulary)
    case .cases: return CanonicalFile(file, as: .cases, vocabulary: vocabulary)
    case .rules:
      let folder = folder ?? self.folder
      return CanonicalFile(
        ruleFile: file, vocabulary: vocabulary, folder: folder, converted: Set(folder.map(\.path)))
    }
  }

  /// Every rule file, catalogue and case file that is shipped.
  static let shipped: [LayoutFile] = {
    let paths = ["policies", "examples"].flatMap { below in
      (FileManager.default.enumerator(atPath: Repository.path(below))?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { "\(below)/\($0)" }
    }
    let rules = Dictionary(grouping: paths.filter { !$0.hasSuffix(".cases.yaml") }, by: FilePath.folder)
      .mapValues { $0.map(load) }
    return paths.sorted().map { path in
      if path.hasSuffix(".cases.yaml") { return LayoutFile(path: path, kind: .cases) }
      let folder = FilePath.folder(of: path)
      if DocumentLayout.isOfCodeLists(folder) { return LayoutFile(path: path, kind: .catalogue) }
      return LayoutFile(path: path, kind: .rules, folder: rules[folder] ?? [])
    }
  }()
}
