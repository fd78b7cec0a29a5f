import Checks
import Findings
import Registry
import TestSupport
import Testing

@Suite("the strict check")
struct StrictCheckTests {
  private func findings(_ policies: PolicyCopy, extent: PolicyChecks.Extent = .strict) -> [Finding] {
    let collector = FindingCollector()
    let folder = PolicyFolder.read(policies.folder, catalogue: nil, collector: collector)
    return PolicySnapshot(folder, collector: collector, includesDrafts: true, extent: extent).findings
  }

  private func found(_ kind: FindingKind, in file: String, _ findings: [Finding]) -> [Finding] {
    findings.filter { $0.kind == kind && $0.place?.file.path.hasSuffix(file) == true }.sortedForDisplay()
  }

  @Test("nothing of it is found unless asked for")
  func usual() throws {
    let policies = try PolicyCopy()
    #expect(findings(policies, extent: .usual).isEmpty)
    #expect(Set(findings(policies).map(\.kind.code)) == ["P0490", "P0491", "P0492"])
    #expect(!findings(policies).hasErrors)
  }

  @Test("an assumed source is found once, with the number of figures and where they stand")
  func assumedSource() throws {
    let all = findings(try PolicyCopy())
    let found = found(.sourceAssumed, in: "440100-guangzhou/2025-01-01.yaml", all)
    #expect(found.count == 1)
    #expect(found.first?.arguments["source"] == "居民网页")
    // 500, 300 and 150; 70 %, 80 % and 90 %.
    #expect(found.first?.arguments["count"] == "6")
    #expect(found.first?.arguments["sections"]?.contains("plans.resident_inpatient.layers.pool.ratio (3)") == true)
    #expect(found.first?.related?.start.line ?? 0 > found.first?.place?.start.line ?? .max)
    #expect(self.found(.sourceAssumed, in: PolicyCopy.wuhai, all).isEmpty)
  }

  @Test("an open question is found once, with the value it leaves undecided")
  func question() throws {
    let all = findings(try PolicyCopy())
    let asked = found(.questionOpen, in: "100000-national/2024-09-05.yaml", all)
    #expect(asked.map { $0.arguments["path"] } == ["clearing.pays", "guardrails.跨省降幅.tolerance"])
    let nation = asked.filter { $0.arguments["path"] == "guardrails.跨省降幅.tolerance" }
    #expect(nation.first?.arguments["count"] == "1")
    #expect(nation.first?.related.map { $0.file.line($0.start.line) } == "    tolerance: 5 points")
    let guangzhou = found(.questionOpen, in: "440100-guangzhou/2025-01-01.yaml", all)
    #expect(guangzhou.count == 4)
    #expect(guangzhou.map { $0.arguments["count"] }.prefix(2) == ["1", "1"])
    #expect(nation.map { $0.message(in: .chinese).hasSuffix("，涉及 1 个数") } == [true])
    let others = all.filter { $0.kind == .questionOpen && $0.arguments["count"] == "0" }
    #expect(!others.isEmpty && others.allSatisfy { !$0.message(in: .chinese).contains("涉及") })
  }

  @Test("a version of changes is not told again what the version before was told")
  func changes() throws {
    let all = findings(try PolicyCopy())
    #expect(!found(.questionOpen, in: PolicyCopy.beijing2023, all).isEmpty)
    let keys = all.map { "\($0.kind.code) \($0.place?.file.path ?? "") \($0.place?.start.line ?? 0)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("a numbered document is cited by article; a page without number has none to cite")
  func article() throws {
    let policies = try PolicyCopy()
    let before = found(.articleMissing, in: PolicyCopy.wuhai, findings(policies))
    #expect(before.map { $0.arguments["text"] }.contains("乌23号 起付标准"))
    try policies.replace("source: 乌23号 起付标准}", with: "source: 乌23号 第三条}", in: PolicyCopy.wuhai)
    let after = found(.articleMissing, in: PolicyCopy.wuhai, findings(policies))
    #expect(!after.map { $0.arguments["text"] }.contains("乌23号 起付标准"))
    #expect(after.count == before.count - 1)
    #expect(found(.articleMissing, in: "440100-guangzhou/2025-01-01.yaml", findings(policies)).isEmpty)
  }

  @Test("a comment allows it, and is not unused when nothing was looked for")
  func allowed() throws {
    let policies = try PolicyCopy()
    try policies.replace(
      "  居民网页:\n", with: "  居民网页: # 规则：允许 P0490 等市医保局答复\n", in: "440100-guangzhou/2025-01-01.yaml")
    #expect(found(.sourceAssumed, in: "440100-guangzhou/2025-01-01.yaml", findings(policies)).isEmpty)
    #expect(findings(policies, extent: .usual).isEmpty)
  }
}
