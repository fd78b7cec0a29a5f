import Findings
import Foundation
import Impact
import Registry
import TestSupport
import Testing

/// Rules of one region with an employees' and a residents' benefit for stays; removed when the test is over.
final class Rules {
  private let folder: String
  let registry: PolicySnapshot

  /// - Parameter employee: ratio of the employees' benefit.
  init(employee: String, resident: String = "60%", deductible: String = "0", hasResidents: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    let region = "\(folder)/120000-tianjin"
    try FileManager.default.createDirectory(atPath: region, withIntermediateDirectories: true)
    let text = """
      format: "1"
      region: "120000"
      title: 测试
      in_force: {from: "2024-01-01"}
      sources:
        测试: {title: 测试用, basis: assumed}
      refunds: {visits: [inpatient], allows: [last, earlier], source: 测试 第二条}
      plans:

      """
    let plans =
      Rules.plan("employee_inpatient", "{insurance: employee, visit: inpatient}", employee, deductible)
      + (hasResidents
        ? Rules.plan("resident_inpatient", "{insurance: resident, visit: inpatient}", resident, deductible) : "")
    try (text + plans).write(toFile: "\(region)/2024-01-01.yaml", atomically: true, encoding: .utf8)
    registry = PolicySnapshot.load(folder, catalogue: Repository.path("policies/catalogue"))
    try #require(!registry.findings.hasErrors, "\(registry.findings.map { $0.message(in: .english) })")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func plan(_ name: String, _ conditions: String, _ ratio: String, _ deductible: String) -> String {
    """
      \(name):
        title: 测试待遇
        for: \(conditions)
        source: 测试 第一条
        layers:
          - id: pool
            fund: pooled
            pays_from: in_scope
            deductible: {per: year, account: \(name)_deductible, amount: \(deductible)}
            ratio: \(ratio)

    """
  }
}
