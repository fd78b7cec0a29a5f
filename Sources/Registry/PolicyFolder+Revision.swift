import Findings
import PolicyReading

extension PolicyFolder {
  /// The files by their paths in the folder, in the order of those paths; code lists from elsewhere count as lying in
  /// `catalogue`.
  package var relativeFiles: [(path: String, file: SourceFile)] {
    // Lists may lie in folders of their own below those from elsewhere; the nearest one shows where these begin.
    let elsewhere = catalogue.map(\.standsAt).filter { pathBelowFolder($0) == nil }.map(FilePath.folder)
      .min { $0.utf8.count < $1.utf8.count }
    let lists = catalogue.map { list in
      let path = pathBelowFolder(list.standsAt)
      return (path: path ?? "catalogue" + list.standsAt.dropFirst(elsewhere?.count ?? 0), file: list)
    }
    let others = rules.map { (path: pathBelowFolder($0.standsAt) ?? FilePath.name(of: $0.standsAt), file: $0) }
    return (others + lists).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Names the rules however they are delivered: a digest over the paths and contents of all files that were read.
  package var revision: String {
    let lines = relativeFiles.map { "\(SHA256.digest(of: $0.file.bytes))  \($0.path)\n" }
    return "sha256:" + SHA256.digest(of: lines.joined().utf8)
  }

  /// Whether another reading found the same paths with the same contents.
  package func isSame(as other: PolicyFolder) -> Bool {
    func isSame(_ files: [SourceFile], _ others: [SourceFile]) -> Bool {
      files.count == others.count && zip(files, others).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
    }
    return isSame(rules, other.rules) && isSame(catalogue, other.catalogue) && unreadable == other.unreadable
  }

  private func pathBelowFolder(_ file: String) -> String? {
    let start = FolderPath(path).child("")
    return file.hasPrefix(start) ? String(file.dropFirst(start.count)) : nil
  }
}
