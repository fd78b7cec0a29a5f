import ArgumentParser
import Bundles
import Findings
import Registry

struct BundleBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "把规则文件夹做成规则包 make a bundle of a folder of rules",
    discussion: """
      同样的文件做出同样的字节。有错误的规则不打包。版本号写到标准输出。
      The same files make the same bytes. Rules with errors are not bundled. The revision goes to standard output.
      """)

  @Argument(help: "规则文件夹 folder of the rules")
  var folder = "policies"

  @Option(name: [.short, .long], help: "规则包 the bundle to write")
  var output = "policies.tar"

  @Option(help: "目录文件夹 folder of code lists that the rules' own folder lacks")
  var catalogue: String?

  @OptionGroup var options: LanguageOptions

  func run() throws {
    let collector = FindingCollector()
    let files = PolicyFolder.read(
      folder, catalogue: catalogue ?? PolicySearch.catalogue(for: folder), collector: collector)
    if files.rules.isEmpty, !collector.hasErrors { collector.report(.noRuleFiles, at: nil, ["path": folder]) }
    let errors = PolicySnapshot(files, collector: collector, includesDrafts: true).findings.filter {
      $0.kind.severity == .error
    }
    if !errors.isEmpty {
      options.report(errors)
      try FindingOptions.requireUsable(errors)
      throw ExitCode.findings
    }
    let bundle = try BundleFiles.reporting(options) { () throws(Finding) in try PolicyBundle(files) }
    try BundleFiles.write(bundle, to: output, options)
    StandardStreams.output(bundle.manifest.revision + "\n")
    StandardStreams.error(
      options.say(
        "\(output)：\(bundle.files.count) 个文件，\(bundle.archive.count) 字节，没有签名\n",
        "\(output): \(bundle.files.count) files, \(bundle.archive.count) bytes, not signed\n"))
  }
}
