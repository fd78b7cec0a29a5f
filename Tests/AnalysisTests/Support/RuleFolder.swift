import Checks
import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

/// A folder with the rule files that a test writes; removed when the test is over.
final class RuleFolder {
  static let region = "999001"
  let path: String

  /// - Parameters:
  ///   - rules: what one file says beside its heading.
  ///   - more: other files by region and first day, such as `999001/2025-01-01`, in full but for the heading.
  init(_ rules: String, _ more: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // Its regions; the other lists are the shipped ones.
    try FileManager.default.copyItem(
      atPath: Repository.path("examples/normative/policies/catalogue"), toPath: path + "/catalogue")
    try write(rules, region: Self.region, from: "2024-01-01")
    for (name, rules) in more {
      let parts = name.split(separator: "/").map(String.init)
      try write(rules, region: parts[0], from: parts[1])
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func write(_ rules: String, region: String, from day: String) throws {
    let folder = "\(path)/\(region)-test"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let inForce = rules.contains("in_force:") ? "" : "in_force: {from: \"\(day)\"}\n"
    let text = """
      format: "1"
      region: "\(region)"
      title: 测试区
      \(inForce)sources:
        测试: {title: 测试用, basis: assumed}
      \(rules)

      """
    try text.write(toFile: "\(folder)/\(day).yaml", atomically: true, encoding: .utf8)
  }

  /// What a check of the folder finds.
  func findings() -> [Finding] {
    let collector = FindingCollector()
    let folder = PolicyFolder.read(
      path, catalogue: Repository.path("policies/catalogue"), collector: collector)
    return PolicySnapshot(folder, collector: collector, includesDrafts: true, extent: .usual).findings
  }

  func registry() -> PolicySnapshot {
    PolicySnapshot.load(path, catalogue: Repository.path("policies/catalogue"))
  }

  /// The rules of the first region on its first day.
  func policy() throws -> CompiledPolicy {
    let registry = registry()
    let found = registry.compiled.first { $0.region.text == Self.region }
    return try #require(found, "\(registry.findings.map { $0.message(in: .english) })").rules.compiled
  }
}
