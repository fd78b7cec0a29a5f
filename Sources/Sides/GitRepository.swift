import Findings
import FoundationEssentials
import Host

/// Reads what revisions hold, through the `git` command. Nothing of the work tree or the repository is touched.
struct GitRepository {
  /// A revision found, and where in it to look.
  struct Revision {
    /// As the user named it.
    let name: String
    /// The full hash.
    let commit: String
  }

  /// A folder in the repository.
  private let folder: String
  private let collector: FindingCollector

  /// - Parameter path: lies in the repository, or a folder above it does.
  init(holding path: String, collector: FindingCollector) {
    folder = GitRepository.nearestFolder(path).folder
    self.collector = collector
  }

  /// The commit that a name stands for; nil when there is none, or no repository.
  func revision(_ name: String) -> Revision? {
    // A name never begins like an option.
    guard !name.isEmpty, !name.hasPrefix("-"),
      let answer = run(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"], isExpectedToFail: true)
    else { return nil }
    return Revision(name: name, commit: firstLine(answer))
  }

  /// A path of the file system as git counts it, from the top of the repository; nil and a finding when it lies in none.
  ///
  /// The path need not be there now, only a folder above it.
  func treePath(of path: String) -> String? {
    let (folder, rest) = GitRepository.nearestFolder(path)
    guard let prefix = run(["rev-parse", "--show-prefix"], in: folder) else { return nil }
    let start = firstLine(prefix).split(separator: "/").map(String.init)
    return (start + rest.filter { !$0.isEmpty && $0 != "." }).joined(separator: "/")
  }

  /// Every file of a commit: its path and the name of its content. Links and submodules are not files.
  func files(of revision: Revision) -> [(path: String, content: String)]? {
    guard let listing = run(["ls-tree", "-r", "-z", "--full-tree", revision.commit]) else { return nil }
    return listing.split(separator: 0).compactMap { entry in
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let words = entry[..<tab].split(separator: UInt8(ascii: " "))
      guard words.count == 3, words[0].starts(with: Array("100".utf8)) else { return nil }
      return (
        String(decoding: entry[entry.index(after: tab)...], as: UTF8.self), String(decoding: words[2], as: UTF8.self)
      )
    }
  }

  /// The bytes of contents, in their order; nil and a finding when one cannot be read.
  func contents(_ names: [String]) -> [[UInt8]]? {
    if names.isEmpty { return [] }
    guard let answer = run(["cat-file", "--batch"], input: Array((names.joined(separator: "\n") + "\n").utf8)) else {
      return nil
    }
    var found: [[UInt8]] = []
    var rest = answer[...]
    for name in names {
      // NAME blob SIZE, a line end, the bytes, a line end.
      guard let end = rest.firstIndex(of: 0x0A) else { return fail("\(name) is missing") }
      let header = rest[..<end].split(separator: UInt8(ascii: " "))
      let start = rest.index(after: end)
      guard header.count == 3, let size = Int(String(decoding: header[2], as: UTF8.self)),
        size < rest.endIndex - start
      else { return fail("\(name) is missing") }
      found.append(Array(rest[start..<start + size]))
      rest = rest[(start + size + 1)...]
    }
    return found
  }

  /// What git prints; nil when it fails, with a finding unless that is an answer too.
  private func run(
    _ arguments: [String], in place: String? = nil, input: [UInt8] = [], isExpectedToFail: Bool = false
  ) -> [UInt8]? {
    do {
      let result = try ChildProcess.run(
        "git", ["-C", place ?? folder] + arguments, input: input,
        environment: ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"])
      if result.status == 0 { return result.output }
      let complaint = result.complaint.split(separator: "\n").first.map(String.init) ?? ""
      // Asked quietly, git complains only about something else than the name.
      if !isExpectedToFail || !complaint.isEmpty {
        return fail(complaint.isEmpty ? "exit code \(result.status)" : complaint)
      }
      return nil
    } catch {
      return fail(error.reason)
    }
  }

  private func fail<Answer>(_ reason: String) -> Answer? {
    collector.report(.gitFailed, at: nil, ["reason": reason])
    return nil
  }

  private func firstLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The nearest folder that is there, and what of the path lies below it.
  private static func nearestFolder(_ path: String) -> (folder: String, rest: [String]) {
    var folder = path
    var rest: [String] = []
    while !isFolder(folder) {
      guard let slash = folder.lastIndex(of: "/") else { return (".", [folder] + rest) }
      rest.insert(String(folder[folder.index(after: slash)...]), at: 0)
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    return (folder, rest)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
