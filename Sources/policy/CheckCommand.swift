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
  var today: CivilDate?

  @OptionGroup var baseline: BaselineOptions

  @OptionGroup var options: FindingOptions

  func run() throws {
    var checked = CheckedFiles()
    for path in CheckCommand.withoutRepetitions(paths) { check(path, into: &checked) }
    checked.findings = checked.findings.withoutRepetitions()
    if try baseline.write(checked.findings, options) { return }
    let findings = try baseline.reduce(checked, isStrict: strict, options)
    let report = FindingReport(
      title: "policy check", findings: findings, silenced: checked.silenced, files: checked.files)
    try options.write(report, showingSilenced: showSilenced)
    summarize(report)
    if !findings.isEmpty { throw ExitCode.findings }
  }

  /// Paths that lie within none of the others.
  private static func withoutRepetitions(_ paths: [String]) -> [FolderPath] {
    var kept: [FolderPath] = []
    for path in paths.map(FolderPath.init) where !kept.contains(where: { $0.holds(path) }) {
      kept.removeAll { path.holds($0) }
      kept.append(path)
    }
    return kept
  }

  private func check(_ path: FolderPath, into checked: inout CheckedFiles) {
    checked.paths.append(path.text)
    let unusable = FindingCollector()
    guard !PolicyFolder.someYAMLFiles(below: path.text, collector: unusable).isEmpty else {
      checked.findings += unusable.findings
      return
    }
    let collector = FindingCollector()
    // A file or region folder is checked within its set, because it inherits from there.
    let root = PolicySearch.root(of: path.text)
    let folder = PolicyFolder.read(
      root ?? path.text, catalogue: options.catalogue(for: path.text), collector: collector)
    let registry = PolicySnapshot(
      folder, collector: collector, includesDrafts: true, extent: strict ? .strict : .usual,
      today: today ?? ChinaDay.today)
    func isAskedFor(_ file: String) -> Bool { root == nil || path.leadsTo(FolderPath(file)) }
    // A file that is named and is none of the set's.
    if !(folder.rules + folder.catalogue).contains(where: { isAskedFor($0.path) }), folder.unreadable.isEmpty {
      checked.findings.append(Finding(.noRuleFiles, at: nil, ["path": path.text]))
    }
    checked.files += folder.rules.map(\.path).filter(isAskedFor)
    checked.findings += registry.findings.filter { $0.path.map(isAskedFor) ?? true }
    checked.silenced += registry.silenced.filter { $0.finding.path.map(isAskedFor) ?? true }
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

extension Finding {
  /// The file that it is about; nil for one that is about no file.
  fileprivate var path: String? { place?.file.path ?? (kind == .folderUnreadable ? arguments["path"] : nil) }
}
