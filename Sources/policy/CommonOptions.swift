import ArgumentParser
import Findings
import FoundationEssentials
import Glibc
import RegionPolicy

extension Language: ExpressibleByArgument {}
extension FindingFormat: ExpressibleByArgument {}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "语言 language of messages: zh, en")
  var language: Language = .chinese

  @Option(help: "颜色 colour: auto, always, never")
  var color: ColorChoice = .auto

  /// Whether text on a descriptor is coloured.
  func usesColor(on descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardStreams.isTerminal(descriptor) && getenv("NO_COLOR") == nil
    }
  }

  func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
}

struct PolicyOptions: ParsableArguments {
  @Option(help: "规则文件夹 folder of the rules")
  var policies = "policies"

  @Option(help: "目录文件夹 folder of code lists that the rules' own folder lacks")
  var catalogue: String?

  @Flag(name: .customLong("draft"), help: "草案也参与结算 let drafts settle, to try them out")
  var includesDrafts = false

  func load(_ path: String? = nil) -> RegionPolicies {
    let folder = path ?? policies
    return RegionPolicies(
      folder: folder, catalogue: catalogue ?? CatalogueSearch.folder(for: folder), includingDrafts: includesDrafts)
  }
}

/// Finds the project's code lists for a policy folder that has none of its own.
enum CatalogueSearch {
  /// `policies/catalogue` in the folder's parents, nearest first, or in the current folder.
  static func folder(for path: String) -> String? {
    let manager = FileManager.default
    var current = URL(filePath: path).standardizedFileURL.path
    while !current.isEmpty, current != "/" {
      for candidate in ["\(current)/catalogue", "\(current)/policies/catalogue"]
      where manager.fileExists(atPath: candidate) && !candidate.hasPrefix(path + "/") {
        return candidate
      }
      current = current.lastIndex(of: "/").map { String(current[..<$0]) } ?? ""
    }
    return manager.fileExists(atPath: "policies/catalogue") ? "policies/catalogue" : nil
  }
}
