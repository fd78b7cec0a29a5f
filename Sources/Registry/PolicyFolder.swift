import Findings
import FoundationEssentials

/// The files of a policy folder: rule files, and the code lists in `catalogue`.
package struct PolicyFolder {
  package let rules: [SourceFile]
  package let catalogue: [SourceFile]
  /// Paths of files that are there but could not be read.
  package let unreadable: [String]

  package init(rules: [SourceFile], catalogue: [SourceFile], unreadable: [String] = []) {
    self.rules = rules
    self.catalogue = catalogue
    self.unreadable = unreadable
  }

  /// Finds and reads all YAML files below a path, or the one file it names.
  ///
  /// The code lists are those in `catalogue` inside the folder; lists that are not there come from `fallback`.
  package static func read(_ path: String, catalogue fallback: String?, collector: FindingCollector) -> PolicyFolder {
    let names = yamlFiles(below: path, collector: collector)
    let shared = fallback.map { yamlFiles(below: $0, collector: collector) } ?? []
    return read(names, of: path, catalogue: shared) { load($0, collector: collector) }
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
    let ownFolder = folder.hasSuffix("/") ? "\(folder)catalogue/" : "\(folder)/catalogue/"
    let own = names.filter { $0.hasPrefix(ownFolder) }
    let ownNames = Set(own.map(lastComponent))
    let missing = shared.filter { !ownNames.contains(lastComponent($0)) }
    let rules = names.filter { !$0.hasPrefix(ownFolder) && !$0.hasSuffix(".cases.yaml") }
    // By name, wherever they lie, so that the same lists make the same digest.
    let lists = (own + missing).sorted { lastComponent($0) < lastComponent($1) }
    let readRules = rules.compactMap(load)
    let readLists = lists.compactMap(load)
    let read = Set((readRules + readLists).map(\.path))
    return PolicyFolder(
      rules: readRules, catalogue: readLists, unreadable: (rules + lists).filter { !read.contains($0) })
  }

  /// The bytes of a file; nil and a finding when it cannot be read.
  package static func load(_ path: String, collector: FindingCollector) -> SourceFile? {
    do {
      return SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    } catch {
      collector.report(.folderUnreadable, at: nil, ["path": path, "reason": "\(error.localizedReason)"])
      return nil
    }
  }

  /// Paths of the YAML files below a folder, sorted, hidden ones left out.
  package static func yamlFiles(below path: String, collector: FindingCollector) -> [String] {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      collector.report(.folderUnreadable, at: nil, ["path": path, "reason": "no such file or folder"])
      return []
    }
    guard isFolder else { return [path] }
    do {
      let names = try manager.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
      return names.flatMap { name -> [String] in
        let child = path.hasSuffix("/") ? path + name : path + "/" + name
        var isChildFolder = false
        guard manager.fileExists(atPath: child, isDirectory: &isChildFolder) else { return [] }
        // Links to folders are not followed: one that leads back would never end.
        let isLink = (try? manager.destinationOfSymbolicLink(atPath: child)) != nil
        if isChildFolder, isLink { return [] }
        if isChildFolder { return yamlFiles(below: child, collector: collector) }
        return isYAML(name) ? [child] : []
      }
    } catch {
      collector.report(.folderUnreadable, at: nil, ["path": path, "reason": error.localizedReason])
      return []
    }
  }

  package static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  private static func lastComponent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

extension Error {
  /// A short reason without the object description that Foundation errors print.
  fileprivate var localizedReason: String {
    guard let error = self as? CocoaError else { return "\(self)" }
    switch error.code {
    case .fileReadNoSuchFile: return "no such file"
    case .fileReadNoPermission: return "no permission"
    default: return "cannot be read"
    }
  }
}
