import Claims
import Findings
import Foundation
import Registry
import Settlement
import TestSupport
import Testing
import Values

/// Rules of one or several regions in a temporary folder.
private struct RuleSet {
  /// By path below the folder.
  let files: [String: String]

  func load(today: String? = nil) throws -> PolicySnapshot {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("structure-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in files {
      let target = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: target, atomically: true, encoding: .utf8)
    }
    let collector = FindingCollector()
    let folder = PolicyFolder.read(
      root.path, catalogue: Repository.path("policies/catalogue"), collector: collector)
    return PolicySnapshot(
      folder, collector: collector, includesDrafts: true, today: today.flatMap { CivilDate($0) })
  }

  static func head(_ region: String, _ days: String, _ more: String = "") -> String {
    """
    format: "1"
    region: "\(region)"
    title: 测试
    in_force: \(days)
    \(more)sources:
      测试: {title: 测试用, basis: assumed}

    """
  }

  /// A plan that uses the source.
  static func plan(_ name: String, _ conditions: String) -> String {
    """
      \(name):
        title: 测试
        for: \(conditions)
        source: 测试 第一条
        layers:
          - {id: pool, fund: pooled, pays_from: in_scope, ratio: 80%}

    """
  }
}

@Suite("checks of how the parts of a set fit together")
struct StructureCheckTests {
  private func codes(_ files: [String: String], today: String? = nil) throws -> [String] {
    try RuleSet(files: files).load(today: today).findings.map(\.kind.code)
  }

  @Test("the claim that shows a missing plan is answered with no plan")
  func gapWitness() throws {
    let registry = try RuleSet(files: [
      "120000-tianjin/2024-01-01.yaml": RuleSet.head("120000", #"{from: "2024-01-01"}"#) + "plans:\n"
        + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}")
        + RuleSet.plan("retired_outpatient", "{insurance: employee, visit: outpatient, person: retired, age: 60+}")
    ]).load()
    let finding = try #require(registry.findings.first)
    #expect(registry.findings.map(\.kind.code) == ["P0460"])
    #expect(finding.arguments["what"] == "employee, outpatient, employed")
    let line = try #require(finding.witnesses.first)
    var chain: AccountChain?
    let result = ClaimSettler(source: registry)
      .settle(json: SourceFile(path: "claim", bytes: Array(line.utf8)), chain: &chain)
    guard case .failed(let failed) = result else {
      Issue.record("the claim settles: \(line)")
      return
    }
    #expect(failed.findings.map(\.kind) == [FindingKind.noPlan])
  }

  @Test("an insurance and a kind of visit that the file does not speak of are no gap")
  func noGap() throws {
    let found = try codes([
      "120000-tianjin/2024-01-01.yaml": RuleSet.head("120000", #"{from: "2024-01-01"}"#) + "plans:\n"
        + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}")
    ])
    #expect(found.isEmpty)
  }

  @Test("ages and persons that plans share out leave no gap")
  func sharedOut() throws {
    let found = try codes([
      "120000-tianjin/2024-01-01.yaml": RuleSet.head("120000", #"{from: "2024-01-01"}"#) + "plans:\n"
        + RuleSet.plan("young", "{insurance: resident, visit: inpatient, age: 0..17}")
        + RuleSet.plan("old", "{insurance: resident, visit: inpatient, age: 18+}")
    ])
    #expect(found.isEmpty)
  }

  @Test("an age that no plan is for is a gap")
  func ageGap() throws {
    let registry = try RuleSet(files: [
      "120000-tianjin/2024-01-01.yaml": RuleSet.head("120000", #"{from: "2024-01-01"}"#) + "plans:\n"
        + RuleSet.plan("young", "{insurance: resident, visit: inpatient, age: 0..17}")
        + RuleSet.plan("old", "{insurance: resident, visit: inpatient, age: 60+}")
    ]).load()
    #expect(registry.findings.map(\.kind.code) == ["P0460"])
    #expect(registry.findings.first?.arguments["what_zh"] == "居民、住院、未成年、年龄 18")
  }

  @Test("two plans for the same claims are shown with one")
  func overlapWitness() throws {
    let registry = try RuleSet(files: [
      "120000-tianjin/2024-01-01.yaml": RuleSet.head("120000", #"{from: "2024-01-01"}"#) + "plans:\n"
        + RuleSet.plan("all", "{insurance: resident, visit: inpatient}")
        + RuleSet.plan("old", "{insurance: resident, visit: inpatient, person: elderly}")
    ]).load()
    let finding = try #require(registry.findings.first { $0.kind == .overlappingPlans })
    #expect(finding.witnesses.count == 1)
    #expect(finding.witnesses.first?.contains(#""psn_type": "16""#) ?? false)
  }

  @Test("a review is due the day after it had to be, and only while the rules are in force")
  func review() throws {
    func rules(_ days: String) -> [String: String] {
      [
        "120000-tianjin/2024-01-01.yaml": RuleSet.head("120000", days, "review_by: \"2025-06-30\"\n") + "plans:\n"
          + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}")
      ]
    }
    #expect(try codes(rules(#"{from: "2024-01-01"}"#), today: "2025-06-30").isEmpty)
    #expect(try codes(rules(#"{from: "2024-01-01"}"#), today: "2025-07-01") == ["P0462"])
    #expect(try codes(rules(#"{from: "2024-01-01"}"#)).isEmpty)
    #expect(try codes(rules(#"{from: "2024-01-01", to: "2025-06-30"}"#), today: "2025-07-01").isEmpty)
  }

  @Test("a short version inside a long one overlaps it, and leaves no hole behind it")
  func inside() throws {
    func rules(_ days: String) -> String {
      RuleSet.head("120000", days) + "plans:\n"
        + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}")
    }
    let found = try RuleSet(files: [
      "120000-tianjin/2020-01-01.yaml": rules(#"{from: "2020-01-01", to: "2025-12-31"}"#),
      "120000-tianjin/2021-01-01.yaml": rules(#"{from: "2021-01-01", to: "2021-12-31"}"#),
      "120000-tianjin/2025-01-01.yaml": rules(#"{from: "2025-01-01"}"#),
    ]).load().findings
    #expect(found.map(\.kind.code) == ["P0332", "P0332"])
    #expect(
      found.map { FilePathName.of($0.related?.file.path) } == ["2020-01-01.yaml", "2020-01-01.yaml"])
  }

  @Test("a hole two levels up is reported once, where it is inherited, with the version that ended")
  func hole() throws {
    let found = try RuleSet(files: [
      "100000-national/2021-05-14.yaml": RuleSet.head("100000", #"{from: "2021-05-14", to: "2023-05-13"}"#)
        + "rounding: {mode: half_up, source: 测试 第一条}\n",
      "430000-hunan/2021-05-14.yaml": RuleSet.head("430000", #"{from: "2021-05-14"}"#, "inherits: \"100000\"\n")
        + "rounding: {mode: half_up, source: 测试 第一条}\n",
      "430100-changsha/2021-05-14.yaml": RuleSet.head(
        "430100", #"{from: "2021-05-14"}"#, "inherits: \"430000\"\n") + "plans:\n"
        + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}"),
    ]).load().findings
    #expect(found.map(\.kind.code) == ["P0335"])
    #expect(found.first?.arguments["from"] == "2023-05-14")
    #expect(found.first.map { FilePathName.of($0.place?.file.path) } == "2021-05-14.yaml")
    #expect(found.first?.place?.file.path.contains("430000") ?? false)
    #expect(found.first?.related?.file.path.contains("100000") ?? false)
  }

  @Test("a draft inherits from a draft without a word")
  func draftOfDraft() throws {
    func set(_ child: String) throws -> [String] {
      try codes([
        "430000-hunan/2024-01-01.yaml": RuleSet.head("430000", #"{from: "2024-01-01"}"#, "status: draft\n")
          + "rounding: {mode: half_up, source: 测试 第一条}\n",
        "430100-changsha/2024-01-01.yaml": RuleSet.head(
          "430100", #"{from: "2024-01-01"}"#, "inherits: \"430000\"\n\(child)") + "plans:\n"
          + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}"),
      ])
    }
    #expect(try set("") == ["P0461"])
    #expect(try set("status: draft\n").isEmpty)
  }

  @Test("a source that only a change cites, or that another citation names, is cited")
  func citedElsewhere() throws {
    let base =
      RuleSet.head("120000", #"{from: "2024-01-01", to: "2024-12-31"}"#)
      .replacingOccurrences(of: "sources:\n", with: "sources:\n  问答: {title: 问答, basis: assumed}\n")
      + "plans:\n"
      + RuleSet.plan("employee_inpatient", "{insurance: employee, visit: inpatient}")
      .replacingOccurrences(of: "第一条", with: "第一条（在职：问答）")
    let changes = """
      format: "1"
      region: "120000"
      title: 测试
      in_force: {from: "2025-01-01"}
      sources:
        修改: {title: 修改, basis: assumed}
      changes:
        - {at: plans.employee_inpatient.for.visit, was: inpatient, now: outpatient, source: 修改 第一条}

      """
    #expect(
      try codes(["120000-tianjin/2024-01-01.yaml": base, "120000-tianjin/2025-01-01.yaml": changes]).isEmpty)
  }
}

private enum FilePathName {
  static func of(_ path: String?) -> String? { path.flatMap { $0.split(separator: "/").last.map(String.init) } }
}
