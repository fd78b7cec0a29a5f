import Findings
import Foundation
import Registry
import TestSupport
import Testing

/// A copy of the shipped policies that a test may damage; removed when the test is over.
final class PolicyCopy {
  static let beijing2023 = "110000-beijing/2023-01-01.yaml"
  static let innerMongolia = "150000-inner-mongolia/2023-01-01.yaml"
  static let wuhai = "150300-wuhai/2023-01-01.yaml"
  static let hunan = "430000-hunan/2023-01-01.yaml"
  static let nation2022 = "100000-national/2022-06-30.yaml"

  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: Repository.path("policies"), toPath: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func load(includesDrafts: Bool = false) -> PolicySnapshot {
    PolicySnapshot.load(folder, includesDrafts: includesDrafts)
  }

  /// The same rules, read only when they are asked for.
  func onDemand(includesDrafts: Bool = false) -> RulesOnDemand {
    let collector = FindingCollector()
    let files = PolicyFolder.read(folder, catalogue: nil, collector: collector)
    return RulesOnDemand(files, collector: collector, includesDrafts: includesDrafts)
  }

  /// Adds text to the end of a file.
  func append(_ text: String, to file: String) throws {
    try edit(file) { $0 + text }
  }

  /// Replaces text that has to be there.
  func replace(_ old: String, with new: String, in file: String) throws {
    try edit(file) { text in
      try #require(text.contains(old), "\(file) does not say \(old)")
      return text.replacing(old, with: new)
    }
  }

  /// Takes a file elsewhere.
  func move(_ file: String, to other: String) throws {
    try write(String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8), to: other)
    try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
  }

  /// Writes a file, its folder included.
  func write(_ text: String, to file: String) throws {
    let path = "\(folder)/\(file)"
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func edit(_ file: String, _ change: (String) throws -> String) throws {
    let path = "\(folder)/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try change(text).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
