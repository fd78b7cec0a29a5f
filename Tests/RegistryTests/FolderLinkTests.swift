import Findings
import Foundation
import Registry
import Testing

@Suite("what a folder of rules holds: links, and what is no file")
struct FolderLinkTests {
  /// A folder with `rules/a/1.yaml`, and `beside/2.yaml` next to it.
  private final class Place {
    let path: String
    var rules: String { path + "/rules" }

    init() throws {
      path = FileManager.default.temporaryDirectory.path + "/links-\(UUID().uuidString)"
      for (folder, name) in [("rules/a", "1"), ("beside", "2")] {
        try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        try "x: 1\n".write(toFile: "\(path)/\(folder)/\(name).yaml", atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: "\(rules)/\(name)", withDestinationPath: target)
    }

    func read() -> (files: [String], findings: [Finding]) {
      let collector = FindingCollector()
      let files = PolicyFolder.yamlFiles(below: rules, collector: collector)
      return (files.map { $0.replacing(rules + "/", with: "") }, collector.findings)
    }
  }

  @Test("a linked folder is read, each folder once, and a link that leads back ends")
  func folders() throws {
    let place = try Place()
    try place.link("0-again", to: "a")
    try place.link("a/back", to: "..")
    try place.link("b", to: "../beside")
    let read = place.read()
    #expect(read.files == ["a/1.yaml", "b/2.yaml"])
    #expect(read.findings.isEmpty)
  }

  @Test("a link to a file that is gone is told in one language at a time; a link to one that is there is read")
  func files() throws {
    let place = try Place()
    try place.link("3.yaml", to: "nowhere.yaml")
    try place.link("4.yaml", to: "../beside/2.yaml")
    try place.link("notes.txt", to: "nowhere.txt")
    let read = place.read()
    #expect(read.files == ["4.yaml", "a/1.yaml"])
    let finding = try #require(read.findings.first)
    #expect(read.findings.count == 1 && finding.kind == .folderUnreadable)
    #expect(finding.message(in: .english).hasSuffix("the link leads nowhere"))
    #expect(finding.message(in: .chinese).hasSuffix("链接指向的文件不存在"))
  }

  @Test("a pipe or a device is no file, and nothing waits for it")
  func devices() throws {
    let place = try Place()
    try #require(mkfifo(place.rules + "/5.yaml", 0o600) == 0)
    let read = place.read()
    #expect(read.files == ["a/1.yaml"])
    #expect(read.findings.map { $0.message(in: .chinese).hasSuffix("不是普通文件") } == [true])
    let collector = FindingCollector()
    #expect(PolicyFolder.load("/dev/null", collector: collector) == nil)
    #expect(collector.findings.map { $0.message(in: .english).hasSuffix("not a regular file") } == [true])
  }
}
