import ArgumentParser
import Findings
import Registry

/// What the commands that report findings share.
struct FindingOptions: ParsableArguments {
  @Option(help: "目录文件夹 folder of code lists")
  var catalogue: String?

  @Option(help: "输出格式 output format: text, concise, json, sarif, github, junit")
  var format: FindingFormat = .text

  @OptionGroup var language: LanguageOptions

  /// The code lists for a policy set that lacks its own.
  func catalogue(for path: String) -> String? { catalogue ?? PolicySearch.catalogue(for: path) }

  /// Writes what was found.
  /// - Throws: the exit code for input that cannot be read and output that cannot be written.
  func write(
    _ report: FindingReport, showingSilenced: Bool = false, to stream: StandardStreams.Stream = .output
  ) throws {
    StandardStreams.write(
      format.render(
        report, language: language.language, color: language.usesColor(on: stream.rawValue),
        showingSilenced: showingSilenced), to: stream)
    try FindingOptions.requireUsable(report.findings)
  }

  /// - Throws: the exit code for input that cannot be read and output that cannot be written.
  static func requireUsable(_ findings: [Finding]) throws {
    if findings.contains(where: { FindingKind.unusableInputKinds.contains($0.kind) }) { throw ExitCode.unusable }
  }
}
