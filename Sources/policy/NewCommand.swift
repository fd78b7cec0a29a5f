import ArgumentParser
import Findings
import Format
import Layout
import PolicyModel
import PolicyReading
import Registry
import Values

extension CivilDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建规则文件 begin the rules of a region, or its next version",
    discussion: """
      地区还没有规则时，建第一个文件，各项写作未查明；已有规则时，建 --from 那天起的一版，并写上前一版的末日。
      For a region without rules the first file, all of it not known; else the version from --from on, and the last day \
      of the version before.
      """)

  @Argument(help: "区划代码或目录里的名称 code or name of a region of the catalogue")
  var region: String

  @Option(name: .customLong("from"), help: "首日 first day in force: YYYY-MM-DD")
  var firstDay: CivilDate?

  @Option(help: "规则文件夹 folder of the rules")
  var policies = "policies"

  @Option(help: "目录文件夹 folder of code lists that the rules' own folder lacks")
  var catalogue: String?

  @Option(help: "文件夹名里代码后面的部分 the part of the folder's name after the code; the region's name when left out")
  var name: String?

  @Option(
    name: .customLong("lang"),
    help: "键和值的语言 language of keys and fixed values: zh, en; that of earlier files when left out")
  var vocabulary: Vocabulary?

  @OptionGroup var options: ConvertingOptions

  func validate() throws {
    if let name, name.isEmpty || name.contains("/") || name.hasPrefix(".") {
      throw ValidationError("名称不能作文件夹名 cannot be part of a folder's name: \(name)")
    }
  }

  func run() throws {
    let collector = FindingCollector()
    let root = policies.count > 1 && policies.hasSuffix("/") ? String(policies.dropLast()) : policies
    let folder = PolicyFolder.read(
      root, catalogue: catalogue ?? PolicySearch.catalogue(for: root), collector: collector)
    let lists = Catalogue.read(folder.catalogue, collector: collector)
    let scaffold = collector.hasErrors ? nil : scaffold(root, folder.rules, lists, collector)
    if let scaffold { write(scaffold, collector) }
    try options.write(collector.findings)
    if collector.findings.contains(where: { Self.wrongUses.contains($0.kind.code) }) { throw ExitCode.unusable }
    if collector.hasErrors { throw ExitCode.findings }
  }

  /// Findings that lie in how the command was called.
  private static let wrongUses: Set<String> = [
    FindingKind.newRegionUnknown.code, FindingKind.newVersionNeedsDate.code, FindingKind.newWithoutCatalogue.code,
  ]

  private func scaffold(
    _ root: String, _ files: [SourceFile], _ lists: Catalogue, _ collector: FindingCollector
  ) -> Scaffold? {
    if lists.regions.isEmpty {
      collector.report(.newWithoutCatalogue, at: nil, ["path": root])
      return nil
    }
    guard let found = lists.regions.values.first(where: { $0.code.text == region || $0.name == region }) else {
      collector.report(.newRegionUnknown, at: nil, ["region": region])
      return nil
    }
    let request = Scaffold.Request(
      policies: root, region: found, firstDay: firstDay, today: ChinaDay.today, vocabulary: vocabulary, folderName: name
    )
    return Scaffold(request, files: files, collector: collector)
  }

  private func write(_ scaffold: Scaffold, _ collector: FindingCollector) {
    FileReplacement.makeFolders(to: scaffold.path)
    guard FileReplacement.create(scaffold.text, at: scaffold.path, collector) else { return }
    options.list(scaffold.path)
    guard let ended = scaffold.ended, FileReplacement.write(ended.bytes, to: ended.path, collector) else { return }
    options.list(ended.path)
  }
}
