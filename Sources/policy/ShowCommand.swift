import ArgumentParser
import Claims
import Findings
import PolicyModel
import PolicyReading
import RegionPolicy
import Registry
import Values

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "显示某日施行的规则 what is in force on a day, as tables with sources")

  @Argument(help: "统筹地区代码或名称 code or name of the region")
  var region: String

  @Option(name: .customLong("on"), help: "日期，不写为今天 day, today when left out")
  var day: String?

  @Flag(help: "列出结算要保存的年度累计账户和单位 the accounts that a caller has to keep, and their units")
  var accounts = false

  @OptionGroup var rules: PolicyOptions
  @OptionGroup var options: LanguageOptions

  func run() throws {
    let registry = rules.load().registry
    guard let code = regionCode(registry) else {
      throw unusable("没有地区 \(region)", "there is no region \(region)")
    }
    guard let date = day.map({ CivilDate($0) }) ?? ChinaDay.today else {
      throw unusable("日期应写成 2024-01-01：\(day ?? "")", "write the day as 2024-01-01: \(day ?? "")")
    }
    let faults = registry.findings.filter { $0.kind.severity == .error }
    if !faults.isEmpty {
      StandardStreams.error(FindingFormat.concise.render(faults, language: options.language, color: false))
    }
    guard let policy = registry.versions.policy(of: code, on: date) else {
      let known = (registry.versions.versions[code] ?? []).map { "\($0.inForce)" }.joined(separator: ", ")
      throw unusable(
        "\(code) 在 \(date) 没有施行的规则；已有版本：\(known)", "\(code) has no rules in force on \(date); versions: \(known)")
    }
    if accounts {
      guard case .found(let rules) = registry.rules(of: code, on: date) else {
        throw unusable("\(code) 的规则有错误，没有账户可列", "the rules of \(code) have errors")
      }
      StandardStreams.output(AccountTable(rules.compiled, options: options).text)
    } else {
      StandardStreams.output(PolicyTables(policy, options: options).text)
    }
  }

  /// A code as it is, or the region whose name contains the text.
  private func regionCode(_ registry: PolicySnapshot) -> RegionCode? {
    let known = registry.versions.regions
    if let code = RegionCode(region) {
      return [code, code.city, code.province].first { known.contains($0) }
    }
    return known.first { registry.catalogue.regions[$0]?.name.contains(region) ?? false }
  }

  private func unusable(_ chinese: String, _ english: String) -> ExitCode {
    StandardStreams.error(options.say(chinese, english) + "\n")
    return .unusable
  }
}
