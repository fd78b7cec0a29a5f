import Claims
import Findings
import Foundation
import Registry
import TestSupport

/// A policy folder of one region for rules that no shipped set has; removed when the test is over.
final class TemporaryPolicies {
  static let region = "120000"
  private let folder: String

  /// Writes the rules of the region 120000; the text begins after `sources`.
  init(_ rules: String, status: String? = nil, since: String = "2024-01-01") throws {
    folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    let regionFolder = "\(folder)/120000-tianjin"
    try FileManager.default.createDirectory(atPath: regionFolder, withIntermediateDirectories: true)
    let head = """
      format: "1"
      region: "120000"
      title: 测试
      in_force: {from: "\(since)"}
      \(status.map { "status: \($0)\n" } ?? "")sources:
        测试: {title: 测试用, basis: assumed}

      """
    try (head + rules).write(toFile: "\(regionFolder)/\(since).yaml", atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func load(includesDrafts: Bool = false) -> PolicySnapshot {
    PolicySnapshot.load(
      folder, catalogue: Repository.path("policies/catalogue"), includesDrafts: includesDrafts)
  }

  /// A plan of one layer that pays 80 % of what is in scope.
  static func plan(_ name: String, for conditions: String) -> String {
    """
      \(name):
        title: 测试待遇
        for: \(conditions)
        source: 测试 第一条
        layers:
          - id: pool
            fund: pooled
            pays_from: in_scope
            ratio: 80%

    """
  }
}
