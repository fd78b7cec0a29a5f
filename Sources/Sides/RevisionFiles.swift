import Findings
import Registry

/// The files of a git revision as a policy folder, or one of them.
struct RevisionFiles {
  let revision: GitRepository.Revision
  private let git: GitRepository
  /// By path from the top of the repository, the name of the content.
  private let contents: [String: String]

  init?(_ revision: GitRepository.Revision, git: GitRepository) {
    guard let files = git.files(of: revision) else { return nil }
    self.revision = revision
    self.git = git
    contents = Dictionary(files.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
  }

  /// A path as findings show it, the way git writes it.
  func shown(_ path: String) -> String { "\(revision.name):\(path)" }

  func isFile(_ path: String) -> Bool { contents[path] != nil }

  func isFolder(_ path: String) -> Bool {
    path.isEmpty ? !contents.isEmpty : contents.keys.contains { $0.hasPrefix(path + "/") }
  }

  /// The set that a file belongs to: the nearest folder above it that holds code lists.
  func root(of path: String) -> String? {
    var parent = path[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      if isFolder("\(parent)/catalogue") { return String(parent) }
    }
    return nil
  }

  /// One file; nil and a finding when it cannot be read.
  func file(_ path: String) -> SourceFile? {
    guard let bytes = contents[path].flatMap({ git.contents([$0]) })?.first else { return nil }
    return SourceFile(path: shown(path), bytes: bytes)
  }

  /// The rule files below a folder. Code lists that it lacks come from `policies/catalogue` of the folders above it, in
  /// the same revision, or from the paths given.
  func folder(_ path: String, catalogue fallback: [String], collector: FindingCollector) -> PolicyFolder? {
    let names = yamlFiles(below: path)
    let shared = fallback.isEmpty ? catalogueAbove(path) : []
    let wanted = names + shared
    guard let bytes = git.contents(wanted.compactMap { contents[$0] }) else { return nil }
    let files = Dictionary(
      zip(wanted, bytes).map { (shown($0), SourceFile(path: shown($0), bytes: $1)) },
      uniquingKeysWith: { one, _ in one })
    return PolicyFolder.read(names.map(shown), of: shown(path), catalogue: shared.map(shown) + fallback) {
      files[$0] ?? PolicyFolder.load($0, collector: collector)
    }
  }

  /// The code lists of the nearest set above a folder.
  private func catalogueAbove(_ path: String) -> [String] {
    var parent = path[...]
    while true {
      parent = parent.lastIndex(of: "/").map { parent[..<$0] } ?? ""
      let catalogue = (parent.isEmpty ? "" : "\(parent)/") + "policies/catalogue"
      if catalogue != "\(path)/catalogue", isFolder(catalogue) { return yamlFiles(below: catalogue) }
      if parent.isEmpty { return [] }
    }
  }

  /// Sorted; what is hidden, or lies in a hidden folder, is left out.
  private func yamlFiles(below path: String) -> [String] {
    let start = path.isEmpty ? "" : path + "/"
    return contents.keys.filter { name in
      guard name.hasPrefix(start), PolicyFolder.isYAML(name) else { return false }
      return !name.dropFirst(start.count).split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
