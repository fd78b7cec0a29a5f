import ArgumentParser
import Findings
import Registry
import Sides
import Values

/// The two sides of a comparison.
struct SideOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "原来的规则：文件夹、规则文件、git 版本（HEAD~1、版本:路径），或 代码@日期 the rules before: folder, rule file, git revision or CODE@DATE",
      valueName: "A"))
  var before: String

  @Argument(help: ArgumentHelp("改后的规则，写法相同 the rules after, named in the same ways", valueName: "B"))
  var after: String

  @Option(help: "只看一个统筹区（代码）only this region, by its code")
  var region: String?

  @OptionGroup var policies: PolicyOptions

  /// Both sides; errors in their rules go to standard error, and a side that is not there ends the command.
  func load(_ options: LanguageOptions) throws -> (before: PolicySide, after: PolicySide) {
    let collector = FindingCollector()
    let loader = SideLoader(
      policies: policies.policies, catalogue: policies.catalogue, includesDrafts: policies.includesDrafts)
    let sides = loader.load(before, after, collector: collector)
    if let sides {
      report(sides.0, "A", collector, options)
      report(sides.1, "B", collector, options)
      if sides.0.isUnreadable || sides.1.isUnreadable { throw ExitCode.unusable }
      return sides
    }
    write(collector.findings, options)
    throw ExitCode.unusable
  }

  /// The one region that is looked at: the one asked for, or that of two versions of it; nil for all.
  ///
  /// One that cannot be compared ends the command: nothing would be said of it.
  func region(_ sides: (before: PolicySide, after: PolicySide), _ options: LanguageOptions) throws -> RegionCode? {
    if let region {
      let known = RegionCode(region).flatMap { code in
        RulePairs.regions(sides.before, sides.after).first { $0 == code }
      }
      if let known { return known }
      let folder = "\(sides.before.argument) \(sides.after.argument)"
      write([Finding(.sideRegionUnknown, at: nil, ["region": region, "folder": folder])], options)
      throw ExitCode.unusable
    }
    let held = sides.before.held?.region
    return held == sides.after.held?.region ? held : nil
  }

  func validate() throws {
    if let region, RegionCode(region) == nil {
      throw ValidationError("--region 写六位代码 takes a code of six digits: \(region)")
    }
  }

  private func report(_ side: PolicySide, _ name: String, _ collector: FindingCollector, _ options: LanguageOptions) {
    let errors = side.errors
    if errors.isEmpty { return }
    write(
      [Finding(.sideFaulty, at: nil, ["name": name, "side": side.argument, "count": "\(errors.count)"])], options)
    write(errors, options)
  }

  private func write(_ findings: [Finding], _ options: LanguageOptions) { options.report(findings) }
}

/// How a comparison is written out.
enum ComparisonOutput: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
