import AllocationCounter
import Foundation
import RegionPolicy
import TestSupport
import Testing

@Suite("the registry of a running program")
struct PolicyRegistryTests {
  /// A copy of the shipped rules that a test may change.
  private final class Rules {
    let scratch: Scratch
    var folder: String { "\(scratch.path)/policies" }
    var kept: String { "\(scratch.path)/kept.tar" }
    private var hunan: String { "\(folder)/430000-hunan/2023-01-01.yaml" }

    init() throws {
      scratch = try Scratch()
      try FileManager.default.copyItem(atPath: Repository.path("policies"), toPath: folder)
    }

    func append(_ text: String) throws {
      let old = try String(contentsOfFile: hunan, encoding: .utf8)
      try (old + text).write(toFile: hunan, atomically: true, encoding: .utf8)
    }

    func halve() throws {
      let old = try Data(contentsOf: URL(filePath: hunan))
      try old.prefix(old.count / 2).write(to: URL(filePath: hunan))
    }

    func delete() throws { try FileManager.default.removeItem(atPath: folder) }
  }

  @Test("other rules without errors come into force; the same ones change nothing")
  func reload() throws {
    let rules = try Rules()
    let registry = try PolicyRegistry(rules.folder)
    let before = registry.policies
    #expect(registry.status.outcome == .loaded)
    #expect(registry.reload().outcome == .unchanged)
    try rules.append("# 另一行\n")
    let report = registry.reload()
    #expect(report.outcome == .loaded)
    #expect(report.revision != before.revision)
    #expect(registry.policies.revision == report.revision)
    #expect(RegionPolicies(folder: rules.folder).revision == report.revision)
    // Whoever took the set before stays with it.
    #expect(before.revision == RegionPolicies(folder: Repository.path("policies")).revision)
  }

  @Test("looking up a region's rules for a day allocates nothing")
  func resolveAllocatesNothing() throws {
    let registry = try PolicyRegistry(Repository.path("policies"))
    var found = 0
    func resolve() {
      if case .found = registry.resolve(region: "110000", on: "2023-06-01") { found += 1 }
      if case .found = registry.resolve(region: "110000", on: "2024-06-01") { found += 1 }
      if case .found = registry.resolve(region: "110000", on: "2024-10-01") { found += 1 }
    }
    resolve()
    let before = allocation_count()
    for _ in 1...100 { resolve() }
    #expect(allocation_count() == before && found == 303)
    // The count counts.
    let kept = [registry.resolve(region: "110000", on: "2024-06-01")]
    #expect(allocation_count() > before && kept.count == 1)
  }

  @Test("whatever is wrong with the new rules, the last good ones stay, and the report says why")
  func faults() throws {
    let rules = try Rules()
    let registry = try PolicyRegistry(rules.folder)
    let good = registry.policies.revision
    func expectKept(_ code: String) {
      let report = registry.reload()
      #expect(report.outcome == .kept)
      #expect(report.revision == good)
      #expect(report.findings.contains { $0.code == code }, "\(report.findings.map(\.code))")
      #expect(report.findings.contains { $0.code == "B0120" })
      #expect(registry.policies.revision == good)
    }
    try rules.append("no_such_key: 1\n")
    expectKept("F0201")
    try rules.halve()
    #expect(registry.reload().outcome == .kept)
    try rules.delete()
    expectKept("P0349")
    try FileManager.default.createDirectory(atPath: rules.folder, withIntermediateDirectories: true)
    expectKept("P0390")
    #expect(registry.status.outcome == .kept)
    try FileManager.default.removeItem(atPath: rules.folder)
    try FileManager.default.copyItem(atPath: Repository.path("policies"), toPath: rules.folder)
    #expect(registry.reload().outcome == .unchanged)
  }

  @Test("a start finds the last good rules again when those named cannot be used")
  func restart() throws {
    let rules = try Rules()
    let revision = try PolicyRegistry(rules.folder, keepingLastGoodIn: rules.kept).policies.revision
    try rules.delete()
    let registry = try PolicyRegistry(rules.folder, keepingLastGoodIn: rules.kept)
    #expect(registry.status.outcome == .restored)
    #expect(registry.status.findings.contains { $0.code == "B0120" })
    #expect(registry.policies.revision == revision)
    let failure = #expect(throws: PolicyLoadFailure.self) { try PolicyRegistry(rules.folder) }
    #expect(failure?.findings.contains { $0.code == "P0349" } == true)
    // A kept set that was damaged is none.
    try Data([1, 2, 3]).write(to: URL(filePath: rules.kept))
    #expect(throws: PolicyLoadFailure.self) { try PolicyRegistry(rules.folder, keepingLastGoodIn: rules.kept) }
  }

  @Test("a set that cannot be kept is used all the same, with a warning")
  func notKept() throws {
    let registry = try PolicyRegistry(
      Repository.path("policies"), keepingLastGoodIn: Repository.path("README.md/kept.tar"))
    #expect(registry.status.outcome == .loaded)
    #expect(registry.status.findings.map(\.code) == ["B0121"])
  }

  @Test("where signatures are required a folder is refused")
  func folderUnsigned() throws {
    let scratch = try Scratch()
    let key = try scratch.write(Array(Keys.ownPublic.utf8), to: "key.pub")
    let failure = #expect(throws: PolicyLoadFailure.self) {
      try PolicyRegistry(Repository.path("policies"), trustedKeys: [key])
    }
    withExtendedLifetime(scratch) {}
    let codes = failure?.findings.map(\.code) ?? []
    #if Server
      #expect(codes == ["B0116"])
    #else
      #expect(codes == ["B0115"])
    #endif
  }

  @Test("rules are resolved by region and day")
  func resolve() throws {
    let registry = try PolicyRegistry(Repository.path("policies"))
    guard case .found(let rules) = registry.resolve(region: "110101", on: "2024-03-01") else {
      Issue.record("no rules of Beijing")
      return
    }
    #expect(rules.region == "110000")
    #expect(rules.digest.utf8.count == 64)
    for (region, day) in [("x", "2024-03-01"), ("990000", "2024-03-01")] {
      guard case .unknownRegion = registry.resolve(region: region, on: day) else {
        Issue.record("\(region)")
        continue
      }
    }
    for day in ["1999-01-01", "2024-13-01"] {
      guard case .notInForce = registry.resolve(region: "110000", on: day) else {
        Issue.record("\(day)")
        continue
      }
    }
  }

  @Test("while rules are replaced, every answer comes from one set that was good", .timeLimit(.minutes(2)))
  func underLoad() async throws {
    let rules = try Rules()
    let registry = try PolicyRegistry(rules.folder)
    let region = "430000"
    func digest(_ policies: RegionPolicies) -> String? {
      guard case .found(let rules) = policies.resolve(region: region, on: "2024-03-01") else { return nil }
      return rules.digest
    }
    let first = try #require(digest(registry.policies))
    try rules.append("#\n")
    let second = try #require(digest(RegionPolicies(folder: rules.folder)))
    let good = [first, second]
    let asking = Task.detached { () -> Set<String> in
      var seen: Set<String> = []
      while !Task.isCancelled {
        guard case .found(let rules) = registry.resolve(region: region, on: "2024-03-01") else { return ["none"] }
        seen.insert(rules.digest)
      }
      return seen
    }
    #expect(registry.reload().outcome == .loaded)
    for _ in 0..<3 {
      try rules.append("no_such_key: 1\n")
      #expect(registry.reload().outcome == .kept)
    }
    asking.cancel()
    #expect(await asking.value.isSubset(of: good))
    #expect(digest(registry.policies) == second)
  }
}
