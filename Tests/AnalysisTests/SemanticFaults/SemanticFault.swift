import Findings
import Foundation
import SourceTree
import TestSupport
import Testing
import YAMLSyntax

/// One slip in a shipped rule file and what has to be found: an entry of Tests/Fixtures/semantic_faults.yaml.
struct SemanticFault: Sendable, CustomTestStringConvertible {
  let number: Int
  let slip: String
  /// Under `policies/`.
  let file: String
  /// Folder of the region that is checked.
  let region: String
  /// Path of the part that holds the old text; empty for the whole file.
  let part: String
  let old: String
  let new: String
  let expected: [ExpectedFinding]

  var testDescription: String { "\(number) \(file): \(slip)" }

  static func read(_ node: Node, number: Int) throws -> SemanticFault {
    let file = try node.text("file")
    return SemanticFault(
      number: number, slip: try node.text("slip"), file: file,
      region: node["region"]?.scalar?.text ?? String(file.prefix { $0 != "/" }),
      part: node["in"]?.scalar?.text ?? "", old: try node.text("old"), new: try node.text("new"),
      expected: try ExpectedFinding.read(node["finds"], in: file))
  }
}

/// A code and where it has to be reported.
struct ExpectedFinding: Sendable {
  let code: String
  /// Under `policies/`.
  let file: String
  /// Path of a node; nil for the edited line.
  let path: String?

  static func read(_ node: Node?, in file: String) throws -> [ExpectedFinding] {
    let entries = try #require(node?.entries)
    return try entries.flatMap { entry in
      let code = try #require(entry.key.scalar?.text)
      return try (entry.value.items ?? [entry.value]).map { place in
        let text = try #require(place.scalar?.text)
        if text == "edit" { return ExpectedFinding(code: code, file: file, path: nil) }
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        return parts.count == 2
          ? ExpectedFinding(code: code, file: parts[0], path: parts[1])
          : ExpectedFinding(code: code, file: file, path: text)
      }
    }
  }
}

/// The fixtures, read once.
enum SemanticFaults {
  static let all: [SemanticFault] = (try? read()) ?? []

  static func read() throws -> [SemanticFault] {
    let root = try root()
    let items = try #require(root["faults"]?.items)
    return try items.enumerated().map { try SemanticFault.read($1, number: $0 + 1) }
  }

  private static func root() throws -> Node {
    let path = Repository.path("Tests/Fixtures/semantic_faults.yaml")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let document = YAMLReader.read(SourceFile(path: path, bytes: bytes))
    try #require(document.findings.isEmpty, "\(document.findings.map { $0.message(in: .english) })")
    return try #require(document.root)
  }
}

extension Node {
  func text(_ key: String) throws -> String { try #require(self[key]?.scalar?.text, "no \(key)") }

  /// The key and the value at a path as open questions write it: keys, and ids of layers.
  func entry(at path: String) -> (key: Node, value: Node)? {
    let steps = path.replacing("..", with: "\u{0}").split(separator: ".").map {
      String($0).replacing("\u{0}", with: "..")
    }
    var found = (key: self, value: self)
    for step in steps {
      if let entry = found.value.entries?.first(where: { $0.key.scalar?.text == step }) {
        found = (entry.key, entry.value)
      } else if let item = found.value.items?.first(where: { ($0["id"] ?? $0["use"])?.scalar?.text == step }) {
        found = (item, item)
      } else {
        return nil
      }
    }
    return found
  }
}
