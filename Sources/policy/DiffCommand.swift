import ArgumentParser
import Findings
import Sides
import Values

/// What two policy sets make different. What is to be compared is found here: every two sets of compiled rules that
/// meet on some day, once.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "两套规则含义上的差别 what two policy sets make different, for whom and where")

  @OptionGroup var sides: SideOptions

  @Option(help: "输出格式 output: text tables, or one JSON object")
  var format: ComparisonOutput = .text

  @OptionGroup var options: LanguageOptions

  /// What meets on the two sides, of the region that was asked for.
  func pairs() throws -> [RulePair] {
    let loaded = try sides.load(options)
    let region = sides.region(loaded)
    return RulePairs.pairs(loaded.before, loaded.after).filter { region == nil || $0.region == region }
  }
}
