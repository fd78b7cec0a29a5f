import Foundation
import TestSupport
import Testing

@Suite("policy test --suggest and --coverage: what is missing is told")
struct SuggestCommandTests {
  private let fixture = ["Tests/Fixtures/coverage", "--policies", "Tests/Fixtures/coverage/policies"]

  @Test("paths that are not there are unusable, and standard output stays empty")
  func missingCases() throws {
    for paths in [["no-such-folder"], ["no-such-folder"] + fixture] {
      let result = try Command.run(["test"] + paths + ["--suggest", "--format", "concise"])
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.error.contains("[P0349]") && result.error.contains("no-such-folder"))
    }
  }

  @Test("rules that no case is about are a finding; rules that are not there are unusable")
  func missingRules() throws {
    for mode in ["--suggest", "--coverage"] {
      let other = try Command.run(["test", fixture[0], mode, "--format", "concise"])
      #expect(other.status == 1 && (other.output + other.error).contains("[T0127]"))
      let gone = try Command.run(["test", fixture[0], mode, "--policies", "no-such-folder", "--format", "concise"])
      #expect(gone.status == 2)
      let told = gone.output + gone.error
      #expect(told.contains("[P0349]") && !told.contains("T0127"))
    }
    let json = try Command.run(["test", "no-such-folder"] + fixture + ["--coverage", "--format", "json"])
    #expect(json.status == 2)
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]) != nil)
  }

  @Test("drafts never take the place of a file, and one that cannot be written is a finding")
  func writing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let suggest = ["test"] + fixture + ["--suggest", "--format", "concise", "--write"]
    let path = folder.appending(path: "mine.cases.yaml").path
    try "mine\n".write(toFile: path, atomically: true, encoding: .utf8)
    let existing = try Command.run(suggest + [path])
    #expect(existing.status == 1 && existing.error.contains("[N0102]"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine\n")
    let nowhere = try Command.run(suggest + ["\(folder.path)/none/x.cases.yaml"])
    #expect(nowhere.status == 2 && nowhere.error.contains("[F0305]") && !nowhere.error.contains("CocoaError"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine.cases.yaml"])
    #expect(try Command.run(suggest + [folder.appending(path: "new.cases.yaml").path]).status == 0)
  }
}
