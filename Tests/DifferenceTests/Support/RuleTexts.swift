import Findings
import Foundation
import Sides
import TestSupport
import Testing
import Values

/// Two small rule files of one region, compared; the files are gone when the test is over.
final class RuleTexts {
  let before: String
  let after: String

  /// - Parameters:
  ///   - before: what the one file says beside its heading; nil for a side without rules of the region.
  ///   - after: what the other one says.
  init(_ before: String?, _ after: String?) throws {
    self.before = try RuleTexts.folder(before)
    self.after = try RuleTexts.folder(after)
  }

  deinit { for folder in [before, after] { try? FileManager.default.removeItem(atPath: folder) } }

  /// With a second region, so that a side without rules of the first has some.
  private static func folder(_ rules: String?) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    for (region, rules) in [("999001", rules), ("999002", RuleTexts.plan(ratio: "80%"))] {
      guard let rules else { continue }
      try FileManager.default.createDirectory(atPath: "\(path)/\(region)-test", withIntermediateDirectories: true)
      let text = """
        format: "1"
        region: "\(region)"
        title: 测试区
        in_force: {from: "2024-01-01"}
        sources:
          测试: {title: 测试用, basis: assumed}
        \(rules)

        """
      try text.write(toFile: "\(path)/\(region)-test/2024-01-01.yaml", atomically: true, encoding: .utf8)
    }
    // The regions of tests; the other lists are the shipped ones.
    try FileManager.default.copyItem(
      atPath: Repository.path("examples/normative/policies/catalogue"), toPath: path + "/catalogue")
    return path
  }

  /// Employees' stays; `layer` says more of the layer, `more` of the file.
  static func plan(ratio: String, layer: String = "", more: String = "") -> String {
    """
    \(more)
    plans:
      p:
        title: 职工住院
        for: {insurance: employee, visit: inpatient}
        source: 测试 住院
        layers:
          - id: pool
            fund: pooled
            pays_from: in_scope
            ratio: \(ratio)
            \(layer)
    """
  }

  func sides(includesDrafts: Bool = false) throws -> (before: PolicySide, after: PolicySide) {
    let collector = FindingCollector()
    let loader = SideLoader(
      policies: before, catalogue: Repository.path("policies/catalogue"), includesDrafts: includesDrafts)
    let sides = try #require(
      loader.load(before, after, collector: collector), "\(collector.findings.map { $0.message(in: .english) })")
    return (sides.0, sides.1)
  }

  /// What the region's rules do differently; nil when there is nothing to compare.
  func content(includesDrafts: Bool = false) throws -> PairDifference.Content? {
    let sides = try sides(includesDrafts: includesDrafts)
    let pair = RulePairs.pairs(sides.before, sides.after).first { $0.region.text == "999001" }
    return pair.map { PairDifference($0, catalogue: sides.before.catalogue).content }
  }
}
