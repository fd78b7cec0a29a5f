import ArgumentParser
import Cases
import Findings
import Registry

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行案例 run golden cases (*.cases.yaml)")

  @Argument(help: "案例文件夹或文件 folders or files of cases")
  var paths: [String] = ["examples"]

  @OptionGroup var options: FindingOptions

  func run() throws {
    let collector = FindingCollector()
    var registries: [String: PolicyRegistry] = [:]
    var passed = 0
    var failed = 0
    var units: [FindingReport.Unit] = []
    for path in paths {
      let files = PolicyFolder.yamlFiles(below: path, collector: collector).filter { $0.hasSuffix(".cases.yaml") }
      if files.isEmpty { collector.report(.noCases, at: nil, ["path": path]) }
      for name in files {
        guard let source = PolicyFolder.load(name, collector: collector),
          let file = CaseFile.read(source, collector: collector)
        else { continue }
        let registry = registries[file.policies] ?? load(file.policies, collector)
        registries[file.policies] = registry
        let outcomes = CaseRunner(registry: registry).outcomes(of: file)
        for outcome in outcomes { collector.add(outcome.findings) }
        passed += outcomes.count { $0.isPassed }
        failed += outcomes.count { !$0.isPassed }
        units += outcomes.map { .init(group: name, name: $0.name, file: name, findings: $0.findings) }
      }
    }
    try options.write(report(collector.findings, units))
    StandardStreams.error(
      options.language.say("案例：\(passed) 个通过，\(failed) 个不符\n", "cases: \(passed) passed, \(failed) failed\n"))
    if failed > 0 || collector.hasErrors { throw ExitCode.findings }
  }

  /// Each case is a unit, and so is each file whose findings belong to no case.
  private func report(_ findings: [Finding], _ cases: [FindingReport.Unit]) -> FindingReport {
    let inCases = Set(cases.flatMap(\.findings).map(Identity.init))
    let rest = findings.filter { !inCases.contains(Identity($0)) }
    let title = "policy test"
    return FindingReport(
      title: title, findings: findings,
      units: cases + FindingReport(title: title, findings: rest, files: []).units)
  }

  private struct Identity: Hashable {
    let code: String
    let file: String?
    let start: Position?
    let message: String

    init(_ finding: Finding) {
      code = finding.kind.code
      file = finding.place?.file.path
      start = finding.place?.start
      message = finding.message(in: .english)
    }
  }

  private func load(_ path: String, _ collector: FindingCollector) -> PolicyRegistry {
    let registry = PolicyRegistry.load(
      path, catalogue: options.catalogue(for: path), includesDrafts: true)
    collector.add(registry.findings.filter { $0.kind.severity == .error })
    return registry
  }
}
