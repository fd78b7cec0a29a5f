import ArgumentParser
import Bundles
import Findings

struct BundleInspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "规则包里有什么 what a bundle holds")

  @Argument(help: "规则包 the bundle")
  var bundle: String

  @Flag(help: "清单原文 the manifest as it is")
  var manifest = false

  @OptionGroup var options: LanguageOptions

  func run() throws {
    let read = try BundleFiles.bundle(at: bundle, options)
    if manifest {
      StandardStreams.output(read.manifest.text)
      return
    }
    let signature =
      read.signature.map { options.say("密钥 \($0.keyID)，没有核对", "key \($0.keyID), not checked") }
      ?? options.say("没有", "none")
    let rows = [
      (options.say("版本号", "revision"), read.manifest.revision),
      (options.say("规则格式", "format of rules"), read.manifest.format),
      (options.say("最低程序版本", "program from"), read.manifest.engine),
      (options.say("签名", "signature"), signature),
      (options.say("文件", "files"), "\(read.files.count)"),
    ]
    var text = rows.map { "\($0): \($1)\n" }.joined()
    for item in read.manifest.items { text += "\(item.digest.prefix(12))  \(item.size)  \(item.path)\n" }
    StandardStreams.output(text)
  }
}
