import ArgumentParser
import Bundles
import Findings

struct BundleVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对规则包的每个字节和签名 check every byte of a bundle, and its signature",
    discussion: """
      写了 --trust 时，必须有其中一个公钥的签名。不写时不看签名，只看文件和清单是否相符。
      With --trust the bundle has to be signed with one of these keys. Without it signatures are not looked at, only \
      whether files and manifest agree.
      """)

  @Argument(help: "规则包 the bundle")
  var bundle: String

  @Option(help: "可信的公钥 trusted public keys, PEM")
  var trust: [String] = []

  @OptionGroup var options: LanguageOptions

  func run() throws {
    let read = try BundleFiles.bundle(at: bundle, options)
    if trust.isEmpty {
      StandardStreams.output(read.manifest.revision + "\n")
      StandardStreams.error(
        options.say(
          "文件和清单相符；没有写 --trust，签名没有核对\n", "files and manifest agree; without --trust the signature was not checked\n"))
      return
    }
    let keys = try trust.map { try BundleFiles.file(at: $0, options) }
    try BundleFiles.reporting(options) { () throws(Finding) in try TrustedKeys(keys).verify(read, at: bundle) }
    StandardStreams.output(read.manifest.revision + "\n")
    let key = read.signature?.keyID ?? ""
    StandardStreams.error(options.say("文件、清单和签名相符，密钥 \(key)\n", "files, manifest and signature agree, key \(key)\n"))
  }
}
