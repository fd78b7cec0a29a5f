import Checks
import Findings
import Foundation
import PolicyModel
import Registry
import SourceTree
import TestSupport
import Testing
import Values
import YAMLSyntax

/// A copy of one region's files, those of its ancestors and the catalogue, to be damaged; removed when it is let go.
final class FaultyCopy {
  static let today = CivilDate("2026-11-22")

  private let folder: String

  /// - Parameters:
  ///   - region: a folder under `policies/`.
  ///   - last: the last of the region's files that is copied; all of them when left out.
  init(of region: String, through last: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Repository.path("policies/catalogue"), toPath: "\(folder)/catalogue")
    for ancestor in try FaultyCopy.lineage(of: region) {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(ancestor)", withIntermediateDirectories: true)
      for name in try FaultyCopy.files(of: ancestor) {
        if let last, ancestor == region, "\(region)/\(name)" > last { continue }
        try FileManager.default.copyItem(
          atPath: Repository.path("policies/\(ancestor)/\(name)"), toPath: "\(folder)/\(ancestor)/\(name)")
      }
    }
  }

  /// With the fault in it. Versions after the edited one are left out unless something is to be found in one.
  convenience init(_ fault: SemanticFault) throws {
    let isLocal = fault.file.hasPrefix(fault.region) && fault.expected.allSatisfy { $0.file == fault.file }
    try self.init(of: fault.region, through: isLocal ? fault.file : nil)
    try apply(fault)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func files(of region: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.path("policies/\(region)")).sorted()
  }

  /// The region's folder and those it inherits from.
  private static func lineage(of region: String) throws -> [String] {
    for name in try files(of: region) {
      let text = try String(contentsOfFile: Repository.path("policies/\(region)/\(name)"), encoding: .utf8)
      guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("inherits: ") }) else { continue }
      let code = line.filter(\.isNumber)
      let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.path("policies"))
      let parent = try #require(folders.first { $0.hasPrefix(code) })
      return [region] + (try lineage(of: parent))
    }
    return [region]
  }

  // MARK: The edit

  /// The line of the copy on which the edit begins to differ.
  private(set) var editedLine = 0

  private func apply(_ fault: SemanticFault) throws {
    let text = try text(of: fault.file)
    let part = try range(of: fault.part, in: text, fault.file)
    let places = text[part].ranges(of: fault.old)
    try #require(places.count == 1, "“\(fault.old)” is there \(places.count) times")
    let place = try #require(places.first)
    let same = zip(fault.old, fault.new).prefix { $0 == $1 }.count
    let before = text[..<text.index(place.lowerBound, offsetBy: same)]
    editedLine = 1 + before.count { $0 == "\n" }
    let edited = text[..<place.lowerBound] + fault.new + text[place.upperBound...]
    try edited.write(toFile: "\(folder)/\(fault.file)", atomically: true, encoding: .utf8)
  }

  /// The lines of the node at a path.
  private func range(of path: String, in text: String, _ file: String) throws -> Range<String.Index> {
    if path.isEmpty { return text.startIndex..<text.endIndex }
    let root = try root(of: file)
    let entry = try #require(root.entry(at: path), "no \(path)")
    var starts = [text.startIndex]
    for index in text.indices where text[index] == "\n" { starts.append(text.index(after: index)) }
    let last = lastLine(of: entry.value)
    return starts[entry.key.place.start.line - 1]..<(last < starts.count ? starts[last] : text.endIndex)
  }

  private func lastLine(of node: Node) -> Int {
    let inner = (node.items ?? node.entries?.map(\.value) ?? []).map(lastLine)
    return (inner + [node.place.start.line]).max() ?? 0
  }

  private func text(of file: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
  }

  private func root(of file: String) throws -> Node {
    let bytes = Array(try text(of: file).utf8)
    let document = YAMLReader.read(SourceFile(path: file, bytes: bytes))
    return try #require(document.root)
  }

  // MARK: What is found

  /// What `policy check` finds.
  func findings() -> [Finding] {
    let collector = FindingCollector()
    let files = PolicyFolder.read(folder, catalogue: nil, collector: collector)
    return PolicySnapshot(
      files, collector: collector, includesDrafts: true, extent: .usual, today: FaultyCopy.today
    ).findings
  }

  /// The rules as settlement loads them, once something is to be settled.
  private(set) lazy var registry = PolicySnapshot.load(folder, includesDrafts: true)

  /// `code file:line` of a finding.
  func summary(_ finding: Finding) -> String {
    guard let place = finding.place else { return finding.kind.code }
    return "\(finding.kind.code) \(place.file.path.dropFirst(folder.count + 1)):\(place.start.line)"
  }

  /// The same of what is expected, with both lines where a key and its value begin on different ones.
  func summaries(_ expected: ExpectedFinding) throws -> Set<String> {
    guard FileManager.default.fileExists(atPath: "\(folder)/\(expected.file)") else { return [] }
    var lines = [editedLine]
    if let path = expected.path {
      let root = try root(of: expected.file)
      let entry = try #require(root.entry(at: path), "no \(path) in \(expected.file)")
      lines = [entry.key.place.start.line, entry.value.place.start.line]
    }
    return Set(lines.map { "\(expected.code) \(expected.file):\($0)" })
  }
}
