import Foundation
import TestSupport
import Testing

@Suite("files that commands write")
struct WritingTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("writing-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test(
    "generated files go to a folder that is made for them; where that cannot be, F0305 says so",
    arguments: [["schema", "--write"], ["schema", "--write-reference"], ["explain", "--write"]])
  func generated(command: [String]) throws {
    try withFolder { folder in
      #expect(try Command.run(command + ["\(folder)/a/b"]).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a/b").count > 5)
      try "".write(toFile: "\(folder)/file", atomically: true, encoding: .utf8)
      let result = try Command.run(command + ["\(folder)/file/a", "--lang", "en"])
      #expect(result.status == 2)
      #expect(result.error.contains("[F0305] cannot write \(folder)/file/a/"))
      #expect(result.error.split(separator: "\n").count == 1)
    }
  }

  @Test("a pipe is written to, not replaced by a file")
  func pipe() throws {
    try withFolder { folder in
      let path = "\(folder)/pipe"
      try #require(mkfifo(path, 0o600) == 0)
      // Open for both, so that neither side waits for the other.
      let descriptor = open(path, O_RDWR)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      let check = ["check", "policies/440100-guangzhou", "--strict", "--write-baseline", path]
      #expect(try Command.run(check).status == 0)
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
      var bytes = [UInt8](repeating: 0, count: 1)
      #expect(read(descriptor, &bytes, 1) == 1)
    }
  }

  @Test(
    "the READMEs show what policy check finds in the edit they describe", arguments: ["README.md", "README.zh-CN.md"])
  func readmeOfCheck(file: String) throws {
    let readme = try String(contentsOfFile: Repository.path(file), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: /```console\n\$ policy (check policies[^\n]*)\n((?s).*?)\n```/))
    try withFolder { folder in
      try FileManager.default.copyItem(atPath: Repository.path("policies"), toPath: "\(folder)/policies")
      let path = "\(folder)/policies/430000-hunan/2023-01-01.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let edited = text.replacing(
        "lower_by: 10 points, source: 异地指南 未转诊或未备案", with: "lower_by: 25 points, source: 异地指南 未转诊或未备案")
      try #require(edited != text)
      try edited.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try Command.run(block.output.1.split(separator: " ").map(String.init), in: folder)
      #expect(result.output.trimmingCharacters(in: .newlines) == block.output.2)
    }
  }
}
