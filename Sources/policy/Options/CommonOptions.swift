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
  /// Does something with rules to settle with. Errors in those that it asked for go to standard error, and no rules at
  /// all end the command.
  func withRules<Result>(_ options: LanguageOptions, _ body: (RegionPolicies) throws -> Result) throws -> Result {
    let policies = load()
    guard case .onDemand(let rules) = policies.rules else { return try body(policies) }
    if rules.isEmpty || rules.findings.contains(where: { $0.kind == .folderUnreadable }) {
      report(rules.whole.findings, options)
      if rules.isEmpty {
        StandardStreams.error(options.say("没有读到任何规则：\(self.policies)\n", "no rules were read from \(self.policies)\n"))
      }
      throw ExitCode.unusable
    }
    defer { report(rules.findings, options) }
    return try body(policies)
  }

  private func report(_ findings: [Finding], _ options: LanguageOptions) {
    for finding in findings.sortedForDisplay() where finding.kind.severity == .error {
      StandardStreams.error(FindingFormat.concise.render([finding], language: options.language, color: false))
    }
  }
}
