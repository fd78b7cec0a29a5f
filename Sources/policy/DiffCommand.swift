import ArgumentParser
import Findings
import Sides
import Values

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "两套规则含义上的差别 what two policy sets make different: for whom, at which expense, from what to what",
    discussion:
      "对每一种请求精确比较，不看写法；没有差别退出码 0，有差别 1。Exact for every claim there can be, however the files are written; exits 0 without and 1 with differences."
  )

  @OptionGroup var sides: SideOptions

  @Option(help: "输出格式 output: text tables, or one JSON object")
  var format: ComparisonOutput = .text

  @OptionGroup var options: LanguageOptions

  func run() throws {
    let loaded = try sides.load(options)
    let region = try sides.region(loaded, options)
    let differences = RulePairs.pairs(loaded.before, loaded.after)
      .filter { region == nil || $0.region == region }
      .map { PairDifference($0, catalogue: loaded.before.catalogue) }
      .filter(\.isDifferent)
    let codeLists = CodeListDifference.all(loaded.before.catalogue, loaded.after.catalogue)
    switch format {
    case .text:
      StandardStreams.output(DifferenceText(differences, codeLists: codeLists, loaded, options: options).text)
    case .json:
      StandardStreams.output(
        DifferenceJSON.object(
          differences, codeLists: codeLists, before: loaded.before.label, after: loaded.after.label, options) + "\n")
    }
    let areFaulty = !loaded.before.errors.isEmpty || !loaded.after.errors.isEmpty
    if !differences.isEmpty || !codeLists.isEmpty || areFaulty { throw ExitCode.findings }
  }
}
