import ArgumentParser
import Bundles
import Findings

struct BundleSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "给规则包签名 sign a bundle (Ed25519)",
    discussion: """
      私钥由 openssl genpkey -algorithm ed25519 生成。已有的签名被代替。
      The key comes from openssl genpkey -algorithm ed25519. A signature that is there is replaced.
      """)

  @Argument(help: "规则包 the bundle")
  var bundle: String

  @Option(help: "私钥 private key, PEM")
  var key: String

  @Option(name: [.short, .long], help: "写到另一个文件 write to another file")
  var output: String?

  @OptionGroup var options: LanguageOptions

  func run() throws {
    let read = try BundleFiles.bundle(at: bundle, options)
    let keyFile = try BundleFiles.file(at: key, options)
    let signed = try BundleFiles.reporting(options) { () throws(Finding) in try SigningKey(keyFile).sign(read) }
    try BundleFiles.write(signed, to: output ?? bundle, options)
    StandardStreams.output((signed.signature?.keyID ?? "") + "\n")
  }
}
