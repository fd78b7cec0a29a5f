import Foundation
import TestSupport
import Testing

@Suite("policy bundle")
struct BundleCommandTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bundle-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("a bundle settles like the folder it was made of")
  func settles() throws {
    try withFolder { folder in
      let path = "\(folder)/rules.tar"
      let built = try Command.run(["bundle", "build", "policies", "--output", path])
      #expect(built.status == 0)
      #expect(try Command.run(["bundle", "verify", path]).output == built.output)
      #expect(
        try Command.run(["bundle", "inspect", path, "--lang", "en"]).output.contains("revision: " + built.output))
      #expect(try Command.run(["bundle", "inspect", path, "--manifest"]).output.hasPrefix("{\n  \"bundle\": \"1\","))
      let claims = "examples/claims/demo.ndjson"
      let fromBundle = try Command.run(["settle", "--policies", path, claims])
      #expect(fromBundle.status == 0)
      #expect(fromBundle.output == (try Command.run(["settle", claims]).output))
    }
  }

  @Test("rules with errors are not bundled, and what is missing is told")
  func refused() throws {
    try withFolder { folder in
      let path = "\(folder)/rules.tar"
      #expect(try Command.run(["bundle", "build", "Tests/Fixtures/broken", "-o", path]).status == 1)
      #expect(try Command.run(["bundle", "build", "no-such-folder", "-o", path]).status == 2)
      #expect(try Command.run(["bundle", "build", folder, "-o", path]).status == 2)
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(try Command.run(["bundle", "verify", path]).status == 2)
      let damaged = try Command.run(["bundle", "verify", "README.md", "--lang", "en"])
      #expect(damaged.status == 1)
      #expect(damaged.error.contains("B0101"))
    }
  }

  @Test("signing and trusting ask for a key, and for a program that can do it")
  func keys() throws {
    try withFolder { folder in
      let path = "\(folder)/rules.tar"
      #expect(try Command.run(["bundle", "build", "policies", "-o", path]).status == 0)
      #expect(try Command.run(["bundle", "sign", path, "--key", "\(folder)/none.pem"]).status == 2)
      for arguments in [["sign", path, "--key", "README.md"], ["verify", path, "--trust", "README.md"]] {
        let result = try Command.run(["bundle"] + arguments)
        #expect(result.status != 0)
        #expect(result.error.contains("B0114") || result.error.contains("B0115"))
      }
    }
  }

  @Test("the embedding program settles, and reads the rules anew when it is told to")
  func embedding() throws {
    let claims = try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
    let first = try #require(claims.split(separator: "\n").first)
    let result = try Command.run(["policies"], input: "\(first)\nreload\n", program: "embed")
    let lines = result.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 2, "\(result.output)")
    #expect(lines[0] + "\n" == (try Command.run(["settle", "-"], input: "\(first)\n").output))
    #expect(lines[1].hasPrefix("{\"reload\": \"unchanged\", \"revision\": \"sha256:"))
    let failed = try Command.run(["no-such-folder"], program: "embed")
    #expect(failed.output.hasPrefix("P0349"))
  }

  @Test("the embedding program is shorter than 30 lines")
  func embeddingIsShort() throws {
    let text = try String(contentsOfFile: Repository.path("examples/embed/main.swift"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 30)
  }
}
