import Findings
import Foundation
import Registry
import TestSupport
import Testing

@Suite("the revision of a folder")
struct FolderRevisionTests {
  private func read(_ path: String, catalogue: String? = nil) -> PolicyFolder {
    PolicyFolder.read(path, catalogue: catalogue, collector: FindingCollector())
  }

  private func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }

  @Test("it is what sha256sum makes of the files")
  func bySha256sum() {
    let folder = PolicyFolder(
      rules: [file("set/b.yaml", "2\n"), file("set/a.yaml", "1\n")], catalogue: [file("elsewhere/c.yaml", "3\n")],
      path: "set")
    #expect(folder.relativeFiles.map(\.path) == ["a.yaml", "b.yaml", "catalogue/c.yaml"])
    // printf '1\n'>a.yaml; …; sha256sum a.yaml b.yaml catalogue/c.yaml | sha256sum
    #expect(folder.revision == "sha256:91c5a7974e40963f7d95ab731b17ef854fd56220e9f0efa6fd4120c89a0db1a8")
  }

  @Test("it does not depend on where the folder lies or how its path is written")
  func place() throws {
    let copy = try PolicyCopy()
    let revision = read(Repository.path("policies")).revision
    #expect(read(copy.folder).revision == revision)
    #expect(read(copy.folder + "//").revision == revision)
    #expect(copy.load().revision == revision)
  }

  @Test("every byte and every name counts, of rules and of code lists")
  func content() throws {
    let copy = try PolicyCopy()
    let revision = read(copy.folder).revision
    try copy.append("#", to: PolicyCopy.hunan)
    let changed = read(copy.folder).revision
    #expect(changed != revision)
    try copy.append("#", to: "catalogue/diseases.yaml")
    #expect(![changed, revision].contains(read(copy.folder).revision))
    let named = PolicyFolder(rules: [file("set/a.yaml", "")], catalogue: [], path: "set")
    let renamed = PolicyFolder(rules: [file("set/b.yaml", "")], catalogue: [], path: "set")
    #expect(named.revision != renamed.revision)
  }

  @Test("code lists from elsewhere count as lying in the folder")
  func fallback() throws {
    let copy = try PolicyCopy()
    let own = read(copy.folder)
    let lists = copy.folder + "-lists"
    try FileManager.default.moveItem(atPath: copy.folder + "/catalogue", toPath: lists)
    defer { try? FileManager.default.removeItem(atPath: lists) }
    #expect(read(copy.folder, catalogue: lists).revision == own.revision)
  }
}
