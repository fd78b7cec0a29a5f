import ArgumentParser
import Cases
import Findings
import Format
import Layout
import PolicyReading
import Registry

extension Vocabulary: ExpressibleByArgument {}

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "统一写法 lay out rule files, catalogues and cases, meaning and comments kept",
    discussion: """
      键的顺序、缩进、引号、分行都按一种写法；含义和注释不变，写入以前重新读一遍比较。有错误的文件不动。
      Order of keys, indentation, quotes and lines follow one layout; the result is read again and compared before it \
      is written. Files with errors are left as they are.
      """)

  @Argument(help: "文件夹或文件 folders or files")
  var paths: [String] = ["policies"]

  @Flag(help: "只检查，不写入；有不同时以 1 退出 write nothing, exit with 1 when a file differs")
  var check = false

  @Option(name: .customLong("lang"), help: "换成中文或英文的键和值 convert keys and fixed values: zh, en")
  var vocabulary: Vocabulary?

  @Flag(name: .customLong("stdout"), help: "写到标准输出，不改文件 write to standard output, not to the files")
  var writesToOutput = false

  @OptionGroup var options: ConvertingOptions

  func validate() throws {
    if check, writesToOutput { throw ValidationError("--check 和 --stdout 不能一起用 exclude each other") }
  }

  func run() throws {
    let collector = FindingCollector()
    let files = paths.flatMap { PolicyFolder.someYAMLFiles(below: $0, collector: collector) }
      .compactMap { PolicyFolder.load($0, collector: collector) }
    let results = CanonicalSet(files, vocabulary: vocabulary, collector: collector)
    collector.add(results.findings)
    if writesToOutput {
      for result in results.files { StandardStreams.output(result.text) }
    } else if check {
      collector.add(results.changed.compactMap(\.difference))
    } else {
      for result in results.changed {
        guard FileReplacement.write(Array(result.text.utf8), to: result.file.path, collector) else { continue }
        options.list(result.file.path)
      }
    }
    // With --stdout, standard output holds the laid-out files and nothing else.
    try options.write(collector.findings, to: writesToOutput ? .error : .output)
    summarize(results, total: files.count)
    if collector.hasErrors { throw ExitCode.findings }
  }

  private func summarize(_ results: CanonicalSet, total: Int) {
    guard options.format == .text else { return }
    let changed = results.changed.count
    let failed = total - results.files.count
    let same = total - changed - failed
    let words =
      check || writesToOutput
      ? options.say("\(changed) 个文件和规范写法不同", "\(changed) files differ from the canonical layout")
      : options.say("整理了 \(changed) 个文件", "laid out \(changed) files")
    StandardStreams.error(
      words + options.say("，\(same) 个本来相同，\(failed) 个没有处理\n", ", \(same) were the same, \(failed) left as they are\n"))
  }
}

/// The files of a run, each in the canonical layout.
struct CanonicalSet {
  struct Result {
    let file: SourceFile
    let text: String

    var isChanged: Bool { Array(text.utf8) != file.bytes }

    /// Where the file first differs.
    var difference: Finding? { CanonicalFile.difference(of: file, from: text) }
  }

  private(set) var files: [Result] = []
  private(set) var findings: [Finding] = []

  var changed: [Result] { files.filter(\.isChanged) }

  init(_ sources: [SourceFile], vocabulary: Vocabulary?, collector: FindingCollector) {
    let converted = Set(sources.map(\.path))
    var folders: [String: [SourceFile]] = [:]
    var failed: Set<String> = []
    for source in sources {
      let folder = FilePath.folder(of: source.path)
      let result: CanonicalFile
      if source.path.hasSuffix(".cases.yaml") {
        result = CanonicalFile(source, as: .cases, vocabulary: vocabulary)
      } else if DocumentLayout.isOfCodeLists(folder) {
        result = CanonicalFile(source, as: .catalogue, vocabulary: vocabulary)
      } else {
        let siblings = vocabulary == nil ? [] : folders[folder] ?? Self.ruleFiles(in: folder, collector)
        folders[folder] = siblings
        result = CanonicalFile(ruleFile: source, vocabulary: vocabulary, folder: siblings, converted: converted)
        if result.text == nil { failed.insert(folder) }
      }
      findings += result.findings
      if let text = result.text { files.append(Result(file: source, text: text)) }
    }
    // The versions of a region are converted all together or not at all.
    if vocabulary != nil { files.removeAll { failed.contains(FilePath.folder(of: $0.file.path)) } }
  }

  private static func ruleFiles(in folder: String, _ collector: FindingCollector) -> [SourceFile] {
    PolicyFolder.yamlFiles(below: folder.isEmpty ? "." : folder, collector: collector)
      .filter { !$0.hasSuffix(".cases.yaml") && (FilePath.folder(of: $0) == folder || folder.isEmpty) }
      .compactMap { PolicyFolder.load($0, collector: collector) }
  }
}
