import ArgumentParser
import Bundles
import Findings
import Registry

struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "规则包 rules as one file: built, signed, verified",
    subcommands: [
      BundleBuildCommand.self, BundleSignCommand.self, BundleVerifyCommand.self, BundleInspectCommand.self,
    ])
}

/// What the commands about bundles share: files that have to be readable, and faults that end the command.
enum BundleFiles {
  /// The bundle in a file, every byte held against its manifest.
  static func bundle(at path: String, _ options: LanguageOptions) throws -> PolicyBundle {
    let file = try file(at: path, options)
    return try reporting(options) { () throws(Finding) in try PolicyBundle(reading: file) }
  }

  static func file(at path: String, _ options: LanguageOptions) throws -> SourceFile {
    let collector = FindingCollector()
    if let file = PolicyFolder.load(path, collector: collector) { return file }
    options.report(collector.findings)
    throw ExitCode.unusable
  }

  static func write(_ bundle: PolicyBundle, to path: String, _ options: LanguageOptions) throws {
    let collector = FindingCollector()
    FileReplacement.makeFolders(to: path)
    if FileReplacement.write(bundle.archive, to: path, collector) { return }
    options.report(collector.findings)
    throw ExitCode.unusable
  }

  /// - Throws: the exit code for findings; for a program without signatures the one for wrong usage.
  static func reporting<Result>(
    _ options: LanguageOptions, _ body: () throws(Finding) -> Result
  ) throws -> Result {
    do throws(Finding) {
      return try body()
    } catch {
      options.report([error])
      throw error.kind == .signingUnavailable ? ExitCode.unusable : ExitCode.findings
    }
  }
}
