import ArgumentParser
import Findings
import Glibc

/// What the commands share whose `--lang` is the language of files: that of messages has another option.
struct ConvertingOptions: ParsableArguments, MessageOptions {
  @Option(help: "输出格式 output format: text, concise, json, sarif, github, junit")
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

  /// Lists a file that was written, where findings are for people: the other formats are one document.
  func list(_ path: String) {
    switch format {
    case .text, .concise: StandardStreams.output(path + "\n")
    case .json, .sarif, .github, .junit: break
    }
  }

  /// Writes the findings.
  /// - Throws: the exit code for what could not be read or written.
  func write(_ findings: [Finding], to stream: StandardStreams.Stream = .output) throws {
    StandardStreams.write(
      format.render(findings, language: language, color: usesColor(on: stream.rawValue)), to: stream)
    try FindingOptions.requireUsable(findings)
  }
}
