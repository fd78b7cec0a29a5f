import Cases
import Findings
import Registry
import TestSupport
import Testing

@Suite("the cases users run")
struct GoldenCaseTests {
  @Test(arguments: [
    "examples/cases", "examples/coverage", "examples/articles", "examples/published", "examples/normative",
    "examples/rules",
  ])
  func everyCaseComesOutToTheFen(folder: String) {
    let collector = FindingCollector()
    let names = PolicyFolder.yamlFiles(below: Repository.path(folder), collector: collector)
      .filter { $0.hasSuffix(".cases.yaml") }
    var registries: [String: PolicySnapshot] = [:]
    var passed = 0
    for name in names {
      guard let source = PolicyFolder.load(name, collector: collector),
        let file = CaseFile.read(source, collector: collector)
      else { continue }
      let registry =
        registries[file.policies]
        ?? PolicySnapshot.load(file.policies, catalogue: Repository.path("policies/catalogue"))
      registries[file.policies] = registry
      passed += CaseRunner(source: registry).run(file, collector: collector).passed
    }
    #expect(passed > 20)
    #expect(collector.findings.isEmpty, "\(ConciseRenderer(language: .english).render(collector.findings))")
  }

  @Test(arguments: SettlementPropertyTests.sets)
  func shippedRulesHaveNoFindings(folder: String) {
    let registry = PolicySnapshot.load(
      Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    #expect(registry.findings.isEmpty, "\(ConciseRenderer(language: .english).render(registry.findings))")
    #expect(!registry.compiled.isEmpty)
  }
}
