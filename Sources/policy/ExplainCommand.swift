import ArgumentParser
import Findings

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "解释检查代码 explain a finding code, such as P0305")

  @Argument(help: "代码 code")
  var code: String?

  @Option(help: "把所有代码的说明页写到文件夹 write the pages of all codes to a folder")
  var write: String?

  @OptionGroup var options: LanguageOptions

  func run() throws {
    if let folder = write {
      try GeneratedFiles.write(
        FindingCatalogue.all.map { ("\($0.code).md", FindingPage.page(for: $0)) }, to: folder, options)
      return
    }
    guard let code else {
      for kind in FindingCatalogue.all {
        StandardStreams.output(FindingPage.listLine(for: kind, language: options.language))
      }
      return
    }
    guard let kind = FindingCatalogue.kind(code: code) else {
      let finding = Finding(.codeUnknown, at: nil, ["code": code])
      StandardStreams.error(
        FindingFormat.text.render([finding], language: options.language, color: options.usesColor(on: 2)))
      throw ExitCode.unusable
    }
    StandardStreams.output(FindingPage.terminalPage(for: kind, language: options.language))
  }
}
