import ArgumentParser
import Checks
import Findings
import Registry
import Values

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查规则文件 check rule files")

  @Argument(help: "规则文件夹或文件 folders or files of rules")
  var paths: [String] = ["policies"]

  @Option(help: "今天的日期，用来看复核期限；不写为系统日期 the day to compare review dates with, that of the system when left out")
  var today: String?

  @OptionGroup var options: FindingOptions

  func run() throws {
    var findings: [Finding] = []
    var files = 0
    guard let day = today.map({ CivilDate($0) }) ?? ShowCommand.today else {
      throw ValidationError(
        options.language.say("日期应写成 2024-01-01：\(today ?? "")", "write the day as 2024-01-01: \(today ?? "")"))
    }
    for path in paths {
      let collector = FindingCollector()
      // A file or region folder is checked within its set, because it inherits from there.
      let root = PolicySearch.root(of: path)
      let folder = PolicyFolder.read(
        root ?? path, catalogue: options.catalogue(for: path), collector: collector)
      let found = PolicyRegistry(
        folder, collector: collector, includesDrafts: true, extent: .usual, today: day
      ).findings
      files += folder.rules.count { root == nil || $0.path.hasPrefix(path) }
      findings += root == nil ? found : found.filter { $0.place?.file.path.hasPrefix(path) ?? true }
    }
    try options.write(findings)
    summarize(findings, files: files)
    if !findings.isEmpty { throw ExitCode.findings }
  }

  private func summarize(_ findings: [Finding], files: Int) {
    guard options.format == .text || StandardStreams.isTerminal(2) else { return }
    let errors = findings.count { $0.kind.severity == .error }
    let warnings = findings.count - errors
    StandardStreams.error(
      options.language.say(
        "检查了 \(files) 个规则文件：\(errors) 个错误，\(warnings) 个警告\n",
        "checked \(files) rule files: \(errors) errors, \(warnings) warnings\n"))
  }
}
