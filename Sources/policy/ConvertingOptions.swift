import ArgumentParser
import Findings
import Glibc

/// What the commands share whose `--lang` is the language of files: that of messages has another option.
struct ConvertingOptions: ParsableArguments {
  @Option(help: "输出格式 output format: text, concise, json, github")
  var format: FindingFormat = .text

  @Option(help: "提示的语言 language of messages: zh, en; POLICY_LANG when left out")
  var messages: Language?

  @Option(help: "颜色 colour: auto, always, never")
  var color: ColorChoice = .auto

  var language: Language {
    messages ?? EnvironmentLanguage.language ?? .chinese
  }

  func validate() throws {
    if messages == nil { try EnvironmentLanguage.validate() }
  }

  func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  /// Writes the findings to standard output.
  /// - Throws: the exit code for what could not be read or written.
  func write(_ findings: [Finding]) throws {
    let usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto: StandardStreams.isTerminal(1) && getenv("NO_COLOR") == nil
      }
    StandardStreams.output(format.render(findings, language: language, color: usesColor))
    if findings.contains(where: { FindingKind.unusableInputKinds.contains($0.kind) }) { throw ExitCode.unusable }
  }
}
