import ArgumentParser
import Cases
import Findings

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "JSON Schema 与格式说明 JSON Schemas and reference pages of all documents")

  @Argument(help: "文档 document, such as region-policy or region-policy.zh; all names are listed when left out")
  var name: String?

  @Option(help: "把所有 JSON Schema 写到文件夹 write all schemas to a folder")
  var write: String?

  @Option(help: "把格式说明页写到文件夹 write the reference pages to a folder")
  var writeReference: String?

  @OptionGroup var options: LanguageOptions

  func run() throws {
    if let write { try GeneratedFiles.write(DocumentKind.schemas, to: write, options) }
    if let writeReference { try GeneratedFiles.write(DocumentKind.referencePages, to: writeReference, options) }
    if write != nil || writeReference != nil { return }
    guard let name else {
      for schema in DocumentKind.schemas { StandardStreams.output("\(schema.file.dropLast(".schema.json".count))\n") }
      return
    }
    guard let schema = DocumentKind.schemas.first(where: { $0.file == "\(name).schema.json" }) else {
      StandardStreams.error(options.say("没有文档 \(name)\n", "there is no document \(name)\n"))
      throw ExitCode.unusable
    }
    StandardStreams.output(schema.text)
  }
}

/// Writes files that are generated and committed.
enum GeneratedFiles {
  static func write(_ files: [(file: String, text: String)], to folder: String, _ options: LanguageOptions) throws {
    let collector = FindingCollector()
    for file in files where !collector.hasErrors {
      let path = "\(folder)/\(file.file)"
      FileReplacement.makeFolders(to: path)
      _ = FileReplacement.write(Array(file.text.utf8), to: path, collector)
    }
    if !collector.hasErrors { return }
    StandardStreams.error(FindingFormat.concise.render(collector.findings, language: options.language, color: false))
    throw ExitCode.unusable
  }
}
