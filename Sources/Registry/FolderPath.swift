import FoundationEssentials

/// A path as the user wrote it, and where it leads from the root of the file system.
package struct FolderPath {
  /// As written, without what says nothing: doubled slashes, `.`, a slash at the end.
  package let text: String
  /// The names on the way from the root of the file system.
  package let steps: [Substring]

  package init(_ path: String) {
    let names = path.split(separator: "/").filter { $0 != "." }
    let written = names.joined(separator: "/")
    text = path.hasPrefix("/") ? "/" + written : (written.isEmpty ? "." : written)
    steps = URL(filePath: text).standardizedFileURL.path.split(separator: "/").filter { $0 != "." }
  }

  /// Whether another path is this one or lies below it, by whole names.
  package func holds(_ other: FolderPath) -> Bool { other.steps.starts(with: steps) }

  /// Whether another path is this one or lies below it, also by links.
  package func leadsTo(_ other: FolderPath) -> Bool { holds(other) || real.holds(other.real) }

  /// The one path however many links lead to it.
  private var real: FolderPath { FolderPath(FileSystemEntry.realPath(text)) }

  /// The path of something in this folder, in the same spelling.
  package func child(_ name: String) -> String {
    switch text {
    case ".": name
    case "/": "/" + name
    default: "\(text)/\(name)"
    }
  }

  /// The folders above, nearest first, in the spelling of this one.
  package var parents: [FolderPath] {
    (0..<steps.count).reversed().map { parent(at: $0) }
  }

  private func parent(at depth: Int) -> FolderPath {
    if text.hasPrefix("/") { return FolderPath("/" + steps[..<depth].joined(separator: "/")) }
    let names = text == "." ? [] : text.split(separator: "/")
    let up = steps.count - depth
    // Beyond what was written the way goes up from the current folder.
    guard up > names.count || names.contains("..") else {
      return FolderPath(names.dropLast(up).joined(separator: "/"))
    }
    let here = FolderPath(".").steps
    let common = zip(here, steps[..<depth]).prefix { $0 == $1 }.count
    let way = Array(repeating: "..", count: here.count - common) + steps[common..<depth].map(String.init)
    return FolderPath(way.joined(separator: "/"))
  }
}
