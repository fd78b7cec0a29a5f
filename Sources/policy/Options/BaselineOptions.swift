import ArgumentParser
import Checks
import Findings
import Registry

/// Findings that are known: only what is new is reported.
struct BaselineOptions: ParsableArguments {
  @Option(help: "基线文件，只报告其中没有的结果 baseline file: report only what is not in it")
  var baseline: String?

  @Option(help: "把现有的结果写成基线文件 write the present findings to a baseline file")
  var writeBaseline: String?

  /// Writes the baseline when that is asked for.
  func write(_ findings: [Finding], _ options: FindingOptions) throws -> Bool {
    guard let path = writeBaseline else { return false }
    let unreadable = findings.filter { FindingKind.unusableInputKinds.contains($0.kind) }
    if !unreadable.isEmpty {
      try options.write(FindingReport(title: "policy check", findings: unreadable, files: []))
    }
    let text = Baseline.text(of: findings, naming: BaselineNames(baseline: path).name)
    let collector = FindingCollector()
    guard FileReplacement.write(Array(text.utf8), to: path, collector) else {
      try options.write(FindingReport(title: "policy check", findings: collector.findings, files: []))
      throw ExitCode.unusable
    }
    StandardStreams.error(
      options.language.say("基线 \(path)：\(findings.count) 条\n", "baseline \(path): \(findings.count) entries\n"))
    return true
  }

  /// The findings that the baseline lacks, and its entries that no longer occur.
  func reduce(_ checked: CheckedFiles, isStrict: Bool, _ options: FindingOptions) throws -> [Finding] {
    guard let path = baseline else { return checked.findings }
    let collector = FindingCollector()
    guard let file = PolicyFolder.load(path, collector: collector),
      let baseline = Baseline(file, collector: collector)
    else {
      try options.write(FindingReport(title: "policy check", findings: collector.findings, files: []))
      throw ExitCode.unusable
    }
    let names = BaselineNames(baseline: path)
    let roots = checked.paths.map(names.name)
    let notLookedFor = PolicyChecks.notLookedFor(isStrict ? .strict : .usual)
    return baseline.reduce(checked.findings, naming: names.name) { fingerprint in
      let isInReach =
        fingerprint.file.isEmpty || roots.contains { fingerprint.file == $0 || fingerprint.file.hasPrefix("\($0)/") }
      return isInReach && !notLookedFor.contains(fingerprint.code)
    }
  }
}

/// Files go by their path from the baseline's folder, wherever the command is run.
private struct BaselineNames {
  let baseline: String

  func name(_ path: String) -> String { PolicyPaths.relative(path, in: baseline) }
}
