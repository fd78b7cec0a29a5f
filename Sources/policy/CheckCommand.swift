import ArgumentParser
import Checks
import Findings
import PolicyReading
import Registry
import Values

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查规则文件 check rule files")

  @Argument(help: "规则文件夹或文件 folders or files of rules")
  var paths: [String] = ["policies"]

  @Flag(help: "也报告假定的数和没有写到条款的出处 also report assumed figures and sources without an article")
  var strict = false

  @Flag(help: "也列出注释放行的结果和理由 also list what comments allow, with the reasons")
  var showSilenced = false

  @Option(help: "今天的日期，用来看复核期限；不写为系统日期 the day to compare review dates with, that of the system when left out")
  var today: String?

  @OptionGroup var baseline: BaselineOptions

  @OptionGroup var options: FindingOptions

  func run() throws {
    guard let day = today.map({ CivilDate($0) }) ?? ShowCommand.today else {
      throw ValidationError(
        options.language.say("日期应写成 2024-01-01：\(today ?? "")", "write the day as 2024-01-01: \(today ?? "")"))
    }
    var checked = CheckedFiles()
    for path in paths { check(path, on: day, into: &checked) }
    if try baseline.write(checked.findings, options) { return }
    let findings = try baseline.reduce(checked, isStrict: strict, options)
    let report = FindingReport(
      title: "policy check", findings: findings, silenced: checked.silenced, files: checked.files)
    try options.write(report, showingSilenced: showSilenced)
    summarize(report)
    if !findings.isEmpty { throw ExitCode.findings }
  }

  private func check(_ path: String, on day: CivilDate, into checked: inout CheckedFiles) {
    let collector = FindingCollector()
    // A file or region folder is checked within its set, because it inherits from there.
    let root = PolicySearch.root(of: path)
    let folder = PolicyFolder.read(root ?? path, catalogue: options.catalogue(for: path), collector: collector)
    let registry = PolicyRegistry(
      folder, collector: collector, includesDrafts: true, extent: strict ? .strict : .usual, today: day)
    func isAskedFor(_ place: Place?) -> Bool {
      root == nil || place?.file.path.hasPrefix(path) ?? true
    }
    checked.files += folder.rules.map(\.path).filter { root == nil || $0.hasPrefix(path) }
    checked.findings += registry.findings.filter { isAskedFor($0.place) }
    checked.silenced += registry.silenced.filter { isAskedFor($0.finding.place) }
    checked.paths.append(path)
  }

  private func summarize(_ report: FindingReport) {
    guard options.format == .text || StandardStreams.isTerminal(2) else { return }
    let errors = report.findings.count { $0.kind.severity == .error }
    let warnings = report.findings.count - errors
    let files = report.units.count { $0.file.hasSuffix(".yaml") || $0.file.hasSuffix(".yml") }
    let silenced = report.silenced.count
    StandardStreams.error(
      options.language.say(
        "检查了 \(files) 个规则文件：\(errors) 个错误，\(warnings) 个警告" + (silenced > 0 ? "，\(silenced) 个放行\n" : "\n"),
        "checked \(files) rule files: \(errors) errors, \(warnings) warnings"
          + (silenced > 0 ? ", \(silenced) allowed\n" : "\n")))
  }
}

/// What a run of `policy check` looked at and found.
struct CheckedFiles {
  /// As the user named them.
  var paths: [String] = []
  /// Rule files.
  var files: [String] = []
  var findings: [Finding] = []
  var silenced: [SilencedFinding] = []
}
