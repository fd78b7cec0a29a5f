import Foundation
import TestSupport
import Testing

@Suite("policy check: which files a path names")
struct CheckPathTests {
  /// A copy of the shipped rules in which one region has a warning.
  private final class FaultyRules {
    let path: String
    var policies: String { path + "/policies" }
    var region: String { policies + "/430000-hunan" }

    init() throws {
      path = FileManager.default.temporaryDirectory.path + "/check-path-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in ["catalogue", "100000-national", "430000-hunan"] {
        try FileManager.default.createDirectory(atPath: policies, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          atPath: Repository.path("policies/\(name)"), toPath: "\(policies)/\(name)")
      }
      let file = region + "/2023-01-01.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("region: \"430000\"", with: "region: \"430001\"").replacing(
        "地区: \"430000\"", with: "地区: \"430001\""
      )
      .write(toFile: file, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Codes and files of what is found, apart from how the files' paths are written.
    func found(_ arguments: [String], in folder: String = "") throws -> (status: Int32, lines: [String]) {
      let place = folder.isEmpty ? path : "\(path)/\(folder)"
      let result = try Command.run(["check", "--format", "concise"] + arguments, in: place)
      let lines = result.output.split(separator: "\n").map { String($0) }.map { line in
        line.replacing("../", with: "").replacing("policies/", with: "").replacing("430000-hunan/", with: "")
      }
      return (result.status, lines)
    }
  }

  @Test("however a path is written and wherever the command runs, the same is found")
  func spellings() throws {
    let rules = try FaultyRules()
    let usual = try rules.found(["policies/430000-hunan"])
    try #require(usual.status == 1 && !usual.lines.isEmpty)
    for path in ["policies//430000-hunan", "./policies/430000-hunan/", "policies/./430000-hunan", rules.region] {
      #expect(try rules.found([path]).lines.count == usual.lines.count, "\(path)")
    }
    #expect(try rules.found(["430000-hunan"], in: "policies") == usual)
    #expect(try rules.found(["."], in: "policies/430000-hunan") == usual)
    #expect(try rules.found(["../430000-hunan"], in: "policies/100000-national") == usual)
    let file = try rules.found(["policies/430000-hunan/2023-01-01.yaml"])
    #expect(file.status == 1)
    #expect(try rules.found(["policies/430000-hunan//2023-01-01.yaml"]) == file)
    #expect(try rules.found(["2023-01-01.yaml"], in: "policies/430000-hunan") == file)
  }

  @Test("the beginning of a name is no path, and paths that hold each other are checked once")
  func wholeNames() throws {
    let rules = try FaultyRules()
    let prefix = try rules.found(["policies/43"])
    #expect(prefix.status == 2 && prefix.lines.count == 1 && prefix.lines[0].contains("[P0349]"))
    let once = try rules.found(["policies"])
    #expect(try rules.found(["policies", "policies/430000-hunan", "policies/"]) == once)
    #expect(try rules.found(["policies/430000-hunan", "policies"]) == once)
  }

  @Test("a folder without rules is nothing to pass over", arguments: ["check", "fmt"])
  func empty(command: String) throws {
    let rules = try FaultyRules()
    try FileManager.default.createDirectory(atPath: rules.path + "/empty", withIntermediateDirectories: true)
    let result = try Command.run([command, "empty", "--format", "concise"], in: rules.path)
    #expect(result.status == 2 && result.output.contains("[P0390]"))
    let full = try Command.run([command, "policies/430000-hunan", "--format", "concise"], in: rules.path)
    #expect(!full.output.contains("P0390"))
  }

  @Test("versions of a region are compared from within its folder as from outside")
  func difference() throws {
    let names = ["2023-01-01.yaml", "2023-09-01.yaml"]
    let outside = try Command.run(["diff"] + names.map { "policies/430000-hunan/\($0)" })
    let inside = try Command.run(["diff"] + names, in: Repository.path("policies/430000-hunan"))
    #expect(outside.status == 1 && inside.status == 1)
    let plain = outside.output.replacing("policies/430000-hunan/", with: "")
    #expect(inside.output.replacing("../430000-hunan/", with: "") == plain)
  }

  @Test("a day that is none is wrong usage of this command")
  func today() throws {
    let result = try Command.run(["check", "policies/430000-hunan", "--today", "foo"])
    #expect(result.status == 2 && result.error.contains("policy check") && result.error.contains("--today"))
    #expect(try Command.run(["check", "policies/430000-hunan", "--today", "2024-01-01"]).status == 0)
  }

  @Test("a baseline that cannot be written is a finding with help")
  func baseline() throws {
    let result = try Command.run(
      ["check", "policies/430000-hunan", "--write-baseline", "policies", "--format", "json", "--lang", "en"])
    #expect(result.status == 2 && result.output.contains("F0305") && result.output.contains("permissions"))
  }
}
