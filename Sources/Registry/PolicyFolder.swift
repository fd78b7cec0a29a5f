import Cores
import Findings
import FoundationEssentials

/// The files of a policy folder: rule files, and the code lists in `catalogue`.
package struct PolicyFolder: Sendable {
  package let rules: [SourceFile]
  package let catalogue: [SourceFile]
  /// Paths of files that are there but could not be read.
  package let unreadable: [String]
  /// The folder, or the one rule file; empty for files that were put together otherwise.
  package let path: String

  package init(rules: [SourceFile], catalogue: [SourceFile], unreadable: [String] = [], path: String = "") {
    self.rules = rules
    self.catalogue = catalogue
    self.unreadable = unreadable
    self.path = path
  }

  /// Finds and reads all YAML files below a path, or the one file it names.
  ///
  /// The code lists are those in `catalogue` inside the folder; lists that are not there come from `fallback`.
  package static func read(_ path: String, catalogue fallback: String?, collector: FindingCollector) -> PolicyFolder {
    let names = yamlFiles(below: path, collector: collector)
    let shared = fallback.map { yamlFiles(below: $0, collector: collector) } ?? []
    return sort(names, of: path, catalogue: shared) { load($0, collector: collector) }
  }

  /// Sorts out files by their names and reads them.
  ///
  /// - Parameters:
  ///   - names: paths of all YAML files of the folder.
  ///   - shared: paths of code lists for those that are not in `catalogue` inside the folder.
  ///   - load: reads one of them; nil when it cannot be read.
  package static func read(
    _ names: [String], of folder: String, catalogue shared: [String], load: (String) -> SourceFile?
  ) -> PolicyFolder {
    sort(names, of: folder, catalogue: shared) { $0.compactMap(load) }
  }

  private static func sort(
    _ names: [String], of folder: String, catalogue shared: [String], load: ([String]) -> [SourceFile]
  ) -> PolicyFolder {
    let ownFolder = FolderPath(folder).child("catalogue") + "/"
    let own = names.filter { $0.hasPrefix(ownFolder) }
    let ownNames = Set(own.map(lastComponent))
    let missing = shared.filter { !ownNames.contains(lastComponent($0)) }
    let rules = names.filter { !$0.hasPrefix(ownFolder) && !$0.hasSuffix(".cases.yaml") }
    // By name, wherever they lie, so that the same lists make the same digest.
    let lists = (own + missing).sorted { lastComponent($0) < lastComponent($1) }
    let readRules = load(rules)
    let readLists = load(lists)
    let read = Set((readRules + readLists).map(\.path))
    return PolicyFolder(
      rules: readRules, catalogue: readLists, unreadable: (rules + lists).filter { !read.contains($0) },
      path: folder)
  }

  /// Those of the files that can be read, in order; findings for the others.
  private static func load(_ paths: [String], collector: FindingCollector) -> [SourceFile] {
    let read = Cores.map(paths) { path in
      let found = FindingCollector()
      return (file: load(path, collector: found), findings: found.findings)
    }
    collector.add(read.flatMap(\.findings))
    return read.compactMap(\.file)
  }

  /// The bytes of a file; nil and a finding when it cannot be read.
  package static func load(_ path: String, collector: FindingCollector) -> SourceFile? {
    switch FileSystemEntry(path) {
    case .file: break
    case .folder:
      collector.add(UnreadableReason.notAFile.finding(path))
      return nil
    case .unreadable(let reason):
      collector.add(reason.finding(path))
      return nil
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      collector.add(UnreadableReason(ofPath: path).finding(path))
      return nil
    }
    return SourceFile(path: path, bytes: [UInt8](data))
  }

  /// Paths of the YAML files below a folder, sorted, hidden ones left out; of each folder that links lead to as well, once.
  package static func yamlFiles(below path: String, collector: FindingCollector) -> [String] {
    let path = FolderPath(path).text
    var walk = FolderWalk(collector)
    switch FileSystemEntry(path) {
    case .file: return [path]
    case .folder: walk.visit(path)
    case .unreadable(let reason): collector.add(reason.finding(path))
    }
    return walk.files.sorted()
  }

  /// The same, and a finding where there are none and nothing else says why.
  package static func someYAMLFiles(below path: String, collector: FindingCollector) -> [String] {
    let before = collector.findings.count
    let files = yamlFiles(below: path, collector: collector)
    if files.isEmpty, collector.findings.count == before { collector.report(.noRuleFiles, at: nil, ["path": path]) }
    return files
  }

  package static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  private static func lastComponent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// Goes through a folder and those below it.
private struct FolderWalk {
  private(set) var files: [String] = []
  private let collector: FindingCollector
  /// Real paths: a link that leads back would never end.
  private var visited: Set<String> = []

  init(_ collector: FindingCollector) { self.collector = collector }

  mutating func visit(_ folder: String) {
    guard visited.insert(FileSystemEntry.realPath(folder)).inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      collector.add(UnreadableReason(ofPath: folder).finding(folder))
      return
    }
    let children = names.filter { !$0.hasPrefix(".") }.sorted().map { name in
      let path = FolderPath(folder).child(name)
      return (path: path, isLink: FileSystemEntry.isLink(path))
    }
    // What lies here goes by its own name, not by that of a link to it.
    for (child, _) in children.filter({ !$0.isLink }) + children.filter(\.isLink) {
      switch FileSystemEntry(child) {
      case .folder: visit(child)
      case .file where PolicyFolder.isYAML(child): files.append(child)
      case .unreadable(let reason) where PolicyFolder.isYAML(child): collector.add(reason.finding(child))
      default: continue
      }
    }
  }
}
