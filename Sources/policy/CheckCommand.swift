import ArgumentParser
import Findings
import Registry

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查规则文件 check rule files")

  @Argument(help: "规则文件夹或文件 folders or files of rules")
  var paths: [String] = ["policies"]

  @Option(help: "目录文件夹 folder of code lists")
  var catalogue: String?

  @Option(help: "输出格式 output format: text, concise, json, github")
  var format: FindingFormat = .text

  @OptionGroup var options: LanguageOptions

  func run() throws {
    var findings: [Finding] = []
    var files = 0
    for path in paths {
      let collector = FindingCollector()
      let folder = PolicyFolder.read(
        path, catalogue: catalogue ?? CatalogueSearch.folder(for: path), collector: collector)
      files += folder.rules.count
      findings += PolicyRegistry(folder, collector: collector, includesDrafts: true).findings
    }
    StandardStreams.output(
      format.render(findings, language: options.language, color: options.usesColor(on: 1)))
    summarize(findings, files: files)
    if findings.contains(where: { $0.kind == .folderUnreadable }) { throw ExitCode.unusable }
    if !findings.isEmpty { throw ExitCode.findings }
  }

  private func summarize(_ findings: [Finding], files: Int) {
    guard format == .text || StandardStreams.isTerminal(2) else { return }
    let errors = findings.count { $0.kind.severity == .error }
    let warnings = findings.count - errors
    StandardStreams.error(
      options.say(
        "检查了 \(files) 个规则文件：\(errors) 个错误，\(warnings) 个警告\n",
        "checked \(files) rule files: \(errors) errors, \(warnings) warnings\n"))
  }
}
