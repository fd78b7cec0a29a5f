import ArgumentParser
import Cases
import Coverage
import Findings
import PolicyReading
import Registry
import Values

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "运行案例 run golden cases (*.cases.yaml)")

  @Argument(help: "案例文件夹或文件 folders or files of cases")
  var paths: [String] = ["examples"]

  @Flag(help: "列出没有案例检验的数 list the figures that no case exercises")
  var coverage = false

  @Option(help: "至少检验百分之几，不足则退出码为 1 percentage that cases have to exercise")
  var threshold: Int?

  @Flag(help: "起草缺的案例和界限两侧的案例，结果待确认 draft missing cases and both sides of boundaries, to be confirmed")
  var suggest = false

  @Option(help: "起草的案例写到文件，不写则输出 file for the drafted cases, instead of standard output")
  var write: String?

  @Option(help: "只看这些地区 regions to look at; all when left out")
  var region: [String] = []

  @Option(help: "看哪个规则文件夹的覆盖 folder of the rules whose coverage is asked for")
  var policies = "policies"

  @OptionGroup var options: FindingOptions

  func validate() throws {
    if let threshold, !(0...100).contains(threshold) {
      throw ValidationError("--threshold: 0…100")
    }
    if write != nil, !suggest { throw ValidationError("--write 要和 --suggest 一起用 needs --suggest") }
    if let wrong = region.first(where: { RegionCode($0) == nil }) {
      throw ValidationError("--region 写六位代码 takes a code of six digits: \(wrong)")
    }
    if !region.isEmpty, !suggest, !coverage {
      throw ValidationError("--region 要和 --coverage 或 --suggest 一起用 needs --coverage or --suggest")
    }
    if suggest, coverage {
      throw ValidationError("--coverage 和 --suggest 不能一起用 exclude each other")
    }
    if threshold != nil, !coverage { throw ValidationError("--threshold 要和 --coverage 一起用 needs --coverage") }
  }

  func run() throws {
    let collector = FindingCollector()
    var sets = CaseSets(options: options)
    sets.read(paths, collector)
    if suggest {
      try draft(sets, collector)
      try finishDraft(collector.findings)
      return
    }
    let outcomes = sets.run(collector)
    let report = try coverage ? measure(sets, collector) : nil
    let passed = outcomes.count(where: \.isPassed)
    let failed = outcomes.count - passed
    if let report, options.format == .json {
      StandardStreams.output(
        CoverageTable(report, options.language).json(passed: passed, failed: failed, collector.findings))
      try FindingOptions.requireUsable(collector.findings)
    } else {
      if let report, options.format == .text { StandardStreams.output(CoverageTable(report, options.language).text) }
      try options.write(findingReport(collector.findings, outcomes))
    }
    StandardStreams.error(
      options.language.say("案例：\(passed) 个通过，\(failed) 个不符\n", "cases: \(passed) passed, \(failed) failed\n"))
    if failed > 0 || collector.hasErrors { throw ExitCode.findings }
  }

  /// Each case is a unit, and so is each file whose findings belong to no case.
  private func findingReport(_ findings: [Finding], _ outcomes: [CaseOutcome]) -> FindingReport {
    let cases = outcomes.map { outcome in
      let file = outcome.item.place.file.path
      return FindingReport.Unit(group: file, name: outcome.item.name, file: file, findings: outcome.findings)
    }
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

  /// Writes drafts, unless there is something wrong with what they would rest on.
  private func draft(_ sets: CaseSets, _ collector: FindingCollector) throws {
    if let write, !FileReplacement.isFree(write, collector) { return }
    guard !collector.hasErrors, let set = set(of: sets, collector) else { return }
    let report = try measured(set)
    let (cases, without) = CaseProposer(registry: set.registry).propose(for: report)
    let text = ProposedCaseFile(catalogue: set.registry.catalogue).text(
      cases, title: options.language.say("起草的案例", "drafted cases"),
      policies: PolicyPaths.relative(policies, in: write ?? "drafted.cases.yaml"))
    if let write {
      guard FileReplacement.create(text, at: write, collector) else { return }
    } else {
      StandardStreams.output(text)
    }
    for item in without {
      let place = "\(item.place.file.path):\(item.place.start.line):\(item.place.start.column)"
      StandardStreams.error(
        options.language.say("没有起草 ", "not drafted ") + "\(place) \(item.value) \(item.path.section)\n")
    }
    StandardStreams.error(
      options.language.say("起草了 \(cases.count) 个案例，都待确认\n", "drafted \(cases.count) cases, all to be confirmed\n"))
  }

  /// Findings go to standard error, so that standard output is a file of cases.
  private func finishDraft(_ findings: [Finding]) throws {
    if findings.isEmpty { return }
    try options.write(FindingReport(title: "policy test", findings: findings, files: []), to: .error)
    if findings.hasErrors { throw ExitCode.findings }
  }

  /// A region that the rules do not have ends the command.
  private func measured(_ set: (registry: PolicySnapshot, files: [CaseFile])) throws -> CoverageReport {
    let known = Set(set.registry.versions.regions.map(\.text))
    let unknown = region.filter { !known.contains($0) }
    if !unknown.isEmpty {
      options.language.report(
        unknown.map { Finding(.sideRegionUnknown, at: nil, ["region": $0, "folder": policies]) })
      throw ExitCode.unusable
    }
    return CoverageMeasurement(set.files, registry: set.registry).report(of: region.isEmpty ? nil : Set(region))
  }

  private func measure(_ sets: CaseSets, _ collector: FindingCollector) throws -> CoverageReport? {
    guard let set = set(of: sets, collector) else { return nil }
    let report = try measured(set)
    if report.regions.isEmpty { collector.report(.nothingToCover, at: nil, ["path": policies]) }
    collector.add(report.findings)
    if let threshold { collector.add(report.findings(below: threshold)) }
    return report
  }

  /// The set whose rules are asked for; nil and a finding when no case is about them, or they are not there at all.
  private func set(of sets: CaseSets, _ collector: FindingCollector) -> (registry: PolicySnapshot, files: [CaseFile])? {
    if let set = sets.set(of: policies) { return set }
    let reasons = FindingCollector()
    _ = PolicyFolder.yamlFiles(below: policies, collector: reasons)
    if reasons.findings.isEmpty { reasons.report(.nothingToCover, at: nil, ["path": policies]) }
    collector.add(reasons.findings)
    return nil
  }
}
