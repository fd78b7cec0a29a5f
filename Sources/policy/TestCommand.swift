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
    for path in paths {
      let files = PolicyFolder.yamlFiles(below: path, collector: collector).filter { $0.hasSuffix(".cases.yaml") }
      if files.isEmpty { collector.report(.noCases, at: nil, ["path": path]) }
      for name in files {
        guard let source = PolicyFolder.load(name, collector: collector),
          let file = CaseFile.read(source, collector: collector)
        else { continue }
        let registry = registries[file.policies] ?? load(file.policies, collector)
        registries[file.policies] = registry
        let counts = CaseRunner(source: registry).run(file, collector: collector)
        passed += counts.passed
        failed += counts.failed
      }
    }
    try options.write(collector.findings)
    StandardStreams.error(
      options.language.say("案例：\(passed) 个通过，\(failed) 个不符\n", "cases: \(passed) passed, \(failed) failed\n"))
    if failed > 0 || collector.hasErrors { throw ExitCode.findings }
  }

  private func load(_ path: String, _ collector: FindingCollector) -> PolicyRegistry {
    let registry = PolicyRegistry.load(
      path, catalogue: options.catalogue(for: path), includesDrafts: true)
    collector.add(registry.findings.filter { $0.kind.severity == .error })
    return registry
  }
}
