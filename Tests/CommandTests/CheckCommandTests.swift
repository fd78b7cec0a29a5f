import Foundation
import TestSupport
import Testing

@Suite("policy check: formats, baseline, strict")
struct CheckCommandTests {
  @Test("--strict finds what the usual check does not")
  func strict() throws {
    let result = try Command.run(["check", "policies/440100-guangzhou", "--strict", "--format", "concise"])
    #expect(result.status == 1)
    #expect(result.output.contains("P0490") && !result.output.contains("policies/110000"))
  }

  @Test("what a comment allows is listed when asked, and counted")
  func silenced() throws {
    let arguments = ["check", "policies/440100-guangzhou"]
    let result = try Command.run(arguments)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(result.error.contains("2 个放行"))
    let shown = try Command.run(arguments + ["--show-silenced", "--format", "json"])
    #expect(shown.status == 0 && shown.output.contains("\"silenced\": \"报道写明"))
  }

  @Test("a baseline hides what it holds, tells what is gone, and only of what was checked")
  func baseline() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "baseline.jsonl").path
    let strict = ["check", "policies", "--strict", "--format", "concise"]
    let written = try Command.run(strict + ["--write-baseline", file])
    #expect(written.status == 0 && written.output.isEmpty)
    let first = try String(contentsOfFile: file, encoding: .utf8)
    #expect(first.split(separator: "\n").count > 50)
    #expect(try Command.run(strict + ["--write-baseline", file]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == first)

    let reduced = try Command.run(strict + ["--baseline", file])
    #expect(reduced.status == 0 && reduced.output.isEmpty)
    let usual = try Command.run(["check", "policies", "--baseline", file])
    #expect(usual.status == 0)

    let known = try #require(first.split(separator: "\n").first { $0.contains("440100") })
    let less = first.replacing("\(known)\n", with: "")
    let gone = String(known).replacing("440100-guangzhou", with: "440100-guangzhou/gone")
    try (less + gone + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let changed = try Command.run(strict + ["--baseline", file])
    #expect(changed.status == 1)
    #expect(changed.output.split(separator: "\n").count == 2 && changed.output.contains("[P0484]"))
    let elsewhere = try Command.run(["check", "policies/110000-beijing", "--strict", "--baseline", file])
    #expect(elsewhere.status == 0)
  }

  @Test("a baseline that is missing or cannot be read is unusable")
  func unusable() throws {
    #expect(try Command.run(["check", "policies", "--baseline", "no-such-file"]).status == 2)
    let result = try Command.run(["check", "policies", "--baseline", "README.md", "--format", "concise"])
    #expect(result.status == 2 && result.output.contains("[P0485]"))
    #expect(try Command.run(["check", "policies", "--write-baseline", "no-such-folder/b"]).status == 2)
  }

  @Test("SARIF and JUnit have the findings and keep the exit code", arguments: ["sarif", "junit"])
  func formats(format: String) throws {
    let fine = try Command.run(["check", "policies", "--format", format])
    #expect(fine.status == 0 && !fine.output.isEmpty)
    let found = try Command.run(["check", "policies", "--strict", "--format", format])
    #expect(found.status == 1 && found.output.contains("P0491"))
    #expect(try Command.run(["check", "no-such-folder", "--format", format]).status == 2)
  }

  @Test("policy test has a JUnit case for each golden case")
  func junitOfCases() throws {
    let result = try Command.run(["test", "examples/cases/guangzhou.cases.yaml", "--format", "junit"])
    #expect(result.status == 0)
    let count = try #require(result.output.firstMatch(of: /<testsuites name="policy test" tests="(\d+)" failures="0">/))
    #expect(result.output.split(separator: "<testcase ").count - 1 == Int(count.output.1))
    #expect(result.output.contains("name=\"退休异地未备案三级，86% 降为 76%\""))
  }
}
