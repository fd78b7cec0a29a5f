import ArgumentParser
import Cases
import Findings
import Registry

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行案例 run golden cases (*.cases.yaml)")

  @Argument(help: "案例文件夹或文件 folders or files of cases")
  var paths: [String] = ["examples"]

  @Option(help: "目录文件夹 folder of code lists")
  var catalogue: String?

  @Option(help: "输出格式 output format: text, concise, json, github")
  var format: FindingFormat = .text

  @OptionGroup var options: LanguageOptions

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
        let counts = CaseRunner(registry: registry).run(file, collector: collector)
        passed += counts.passed
        failed += counts.failed
      }
    }
    StandardStreams.output(
      format.render(collector.findings, language: options.language, color: options.usesColor(on: 1)))
    StandardStreams.error(
      options.say("案例：\(passed) 个通过，\(failed) 个不符\n", "cases: \(passed) passed, \(failed) failed\n"))
    if collector.findings.contains(where: { $0.kind == .folderUnreadable }) { throw ExitCode.unusable }
    if failed > 0 || collector.hasErrors { throw ExitCode.findings }
  }

  private func load(_ path: String, _ collector: FindingCollector) -> PolicyRegistry {
    let registry = PolicyRegistry.load(
      path, catalogue: catalogue ?? PolicySearch.catalogue(for: path), includesDrafts: true)
    collector.add(registry.findings.filter { $0.kind.severity == .error })
    return registry
  }
}
