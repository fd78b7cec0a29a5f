import ArgumentParser
import Findings
import PolicyReading
import RegionPolicy
import Registry

extension Language: ExpressibleByArgument {}
extension FindingFormat: ExpressibleByArgument {}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

struct LanguageOptions: ParsableArguments, MessageOptions {
  @Option(name: .customLong("lang"), help: "语言 language of messages: zh, en; POLICY_LANG, or Chinese, when left out")
  var chosenLanguage: Language?

  @Option(help: "颜色 colour: auto, always, never")
  var color: ColorChoice = .auto

  var language: Language { chosenLanguage ?? EnvironmentLanguage.language ?? .chinese }

  func validate() throws {
    if chosenLanguage == nil { try EnvironmentLanguage.validate() }
  }

  /// Findings that are not a command's result: with places and help, to standard error.
  func report(_ findings: [Finding]) {
    StandardStreams.error(FindingFormat.text.render(findings, language: language, color: usesColor(on: 2)))
  }
}

struct PolicyOptions: ParsableArguments {
  @Option(help: "规则文件夹 folder of the rules")
  var policies = "policies"

  @Option(help: "目录文件夹 folder of code lists that the rules' own folder lacks")
  var catalogue: String?

  @Flag(name: .customLong("draft"), help: "草案也参与结算 let drafts settle, to try them out")
  var includesDrafts = false

  func load(_ path: String? = nil) -> RegionPolicies {
    let folder = path ?? policies
    return RegionPolicies(
      folder: folder, catalogue: catalogue ?? PolicySearch.catalogue(for: folder), includingDrafts: includesDrafts)
  }
}

extension PolicyOptions {
  /// The rules to settle with; errors in them go to standard error, and none at all ends the command.
  func loadReporting(_ options: LanguageOptions) throws -> RegionPolicies {
    let loaded = load()
    for finding in loaded.findings where finding.isError {
      StandardStreams.error(FindingFormat.concise.render([finding.finding], language: options.language, color: false))
    }
    if loaded.findings.contains(where: { $0.finding.kind == .folderUnreadable }) { throw ExitCode.unusable }
    if loaded.registry.versions.regions.isEmpty {
      StandardStreams.error(options.say("没有读到任何规则：\(policies)\n", "no rules were read from \(policies)\n"))
      throw ExitCode.unusable
    }
    return loaded
  }
}
