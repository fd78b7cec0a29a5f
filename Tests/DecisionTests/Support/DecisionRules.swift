import Foundation
import RegionPolicy
import TestSupport

/// Rules of one region with an employees' and a residents' benefit for stays; removed when the test is over.
final class DecisionRules {
  let folder = TemporaryFolder()
  let policies: RegionPolicies

  init(employee: String, hasResidents: Bool = true, comment: String = "") throws {
    let region = folder.path("120000-tianjin")
    try FileManager.default.createDirectory(atPath: region, withIntermediateDirectories: true)
    let head = """
      format: "1"
      region: "120000"
      title: 测试
      in_force: {from: "2024-01-01"}
      sources:
        测试: {title: 测试用, basis: assumed}
      plans:

      """
    let plans =
      DecisionRules.plan("employee_inpatient", "employee", employee)
      + (hasResidents ? DecisionRules.plan("resident_inpatient", "resident", "60%") : "")
    try (comment + head + plans).write(toFile: "\(region)/2024-01-01.yaml", atomically: true, encoding: .utf8)
    policies = RegionPolicies(folder: folder.path, catalogue: Repository.path("policies/catalogue"))
  }

  private static func plan(_ name: String, _ insurance: String, _ ratio: String) -> String {
    """
      \(name):
        title: 测试待遇
        for: {insurance: \(insurance), visit: inpatient}
        source: 测试 第一条
        layers:
          - id: pool
            fund: pooled
            pays_from: in_scope
            deductible: {per: year, account: stay_deductible, amount: 0}
            ratio: \(ratio)

    """
  }
}

/// A folder that is removed when the test is over.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"

  init() { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
