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

  /// Writes what was found to standard output.
  /// - Throws: the exit code for unreadable input.
  func write(_ report: FindingReport, showingSilenced: Bool = false) throws {
    StandardStreams.output(
      format.render(
        report, language: language.language, color: language.usesColor(on: 1), showingSilenced: showingSilenced))
    if report.findings.contains(where: { FindingKind.unusableInputKinds.contains($0.kind) }) { throw ExitCode.unusable }
  }
}
