import Foundation
import TestSupport
import Testing

@Suite("policy fmt and policy new")
struct FmtCommandTests {
  /// A folder with copies of some shipped rules and all code lists, removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fmt-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["catalogue", "100000-national", "430000-hunan"] {
      try FileManager.default.copyItem(atPath: Repository.path("policies/\(name)"), toPath: "\(folder)/\(name)")
    }
    try body(folder)
  }

  private let untidy =
    "title: '测试'\nformat: \"1\"\nregion: '430100'\nin_force:\n    from: \"2024-01-01\"\n"
    + "sources: {文件: {basis: assumed, title: 一份文件}}\n"

  @Test func checkReportsTheFirstLineThatDiffersAndWritesNothing() throws {
    try withFolder { folder in
      let path = "\(folder)/430100-changsha.yaml"
      try untidy.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try Command.run(["fmt", path, "--check", "--format", "concise"])
      #expect(result.status == 1)
      #expect(result.output.contains("430100-changsha.yaml:1:") && result.output.contains("F0301"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == untidy)
    }
  }

  @Test func filesAreReplacedKeepingTheirPermissionsAndNothingIsLeftBehind() throws {
    try withFolder { folder in
      let path = "\(folder)/430100-changsha.yaml"
      try untidy.write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let output = try Command.run(["fmt", path, "--stdout"]).output
      #expect(output.hasPrefix("format: \"1\"\nregion: \"430100\"\n"))
      #expect(try Command.run(["fmt", path]).status == 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == output)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
      #expect(try Command.run(["fmt", path, "--check"]).status == 0)
    }
  }

  @Test func unreadablePathsExitWithTwoAndFilesWithErrorsWithOne() throws {
    try withFolder { folder in
      #expect(try Command.run(["fmt", "\(folder)/none"]).status == 2)
      let path = "\(folder)/broken.yaml"
      try "titel: x\n".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try Command.run(["fmt", folder]).status == 1)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "titel: x\n")
    }
  }

  @Test func aFileThatCannotBeWrittenIsReported() throws {
    try withFolder { folder in
      // Where the region's folder should be there is a file.
      try "".write(toFile: "\(folder)/330200-ningbo", atomically: true, encoding: .utf8)
      let arguments = ["new", "330200", "--name", "ningbo", "--from", "2025-01-01", "--policies", folder]
      let result = try Command.run(arguments + ["--format", "concise"])
      #expect(result.status == 2)
      #expect(result.output.contains("F0305"))
    }
  }

  @Test func foldersAreConvertedTogetherAndCheckedAlike() throws {
    try withFolder { folder in
      #expect(try Command.run(["fmt", "\(folder)/430000-hunan/2023-09-01.yaml", "--lang", "zh"]).status == 1)
      #expect(try Command.run(["fmt", folder]).status == 0)
      let before = try String(contentsOfFile: "\(folder)/430000-hunan/2023-01-01.yaml", encoding: .utf8)
      #expect(try Command.run(["fmt", folder, "--lang", "zh"]).status == 0)
      #expect(try Command.run(["check", folder]).status == 0)
      #expect(
        try String(contentsOfFile: "\(folder)/430000-hunan/2023-09-01.yaml", encoding: .utf8)
          .contains("位置: 未查明.resident_outpatient.对象.就医类别"))
      #expect(try Command.run(["fmt", folder, "--lang", "en"]).status == 0)
      #expect(try String(contentsOfFile: "\(folder)/430000-hunan/2023-01-01.yaml", encoding: .utf8) == before)
    }
  }

  @Test func checkAndStandardOutputExcludeEachOther() throws {
    let result = try Command.run(["fmt", "policies", "--check", "--stdout"])
    #expect(result.status == 2 && result.output.isEmpty)
  }

  @Test func standardOutputHoldsNothingButTheFiles() throws {
    try withFolder { folder in
      try untidy.write(toFile: "\(folder)/a.yaml", atomically: true, encoding: .utf8)
      try "titel: x\n".write(toFile: "\(folder)/b.yaml", atomically: true, encoding: .utf8)
      let result = try Command.run(["fmt", "\(folder)/a.yaml", "\(folder)/b.yaml", "--stdout"])
      #expect(result.status == 1)
      #expect(result.output.hasPrefix("format: \"1\"\n") && !result.output.contains("F0201"))
      #expect(result.error.contains("F0201"))
    }
  }

  @Test func writtenFilesAreListedForPeopleOnly() throws {
    try withFolder { folder in
      let path = "\(folder)/430100-changsha.yaml"
      for format in ["text", "concise", "json", "sarif", "github", "junit"] {
        try untidy.write(toFile: path, atomically: true, encoding: .utf8)
        let output = try Command.run(["fmt", path, "--format", format]).output
        let isForPeople = ["text", "concise"].contains(format)
        #expect(output.hasPrefix(path) == isForPeople && output.contains(path + "\n") == isForPeople, "\(format)")
      }
      let new = ["new", "包头市", "--from", "2024-01-01", "--policies", folder, "--format", "json"]
      #expect(try Command.run(new).output == "[]\n")
    }
  }

  @Test func wrongUsesOfNewExitWithTwoAndSayWhatIsMissing() throws {
    try withFolder { folder in
      let undated = try Command.run(["new", "430000", "--policies", folder, "--format", "concise"])
      #expect(undated.status == 2 && undated.output.contains("N0105"))
      let empty = "\(folder)/empty"
      try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
      let alone = try Command.run(["new", "330100", "--policies", empty, "--format", "concise"])
      #expect(alone.status == 2)
      #expect(alone.output.contains("N0107") && !alone.output.contains("N0101"))
      let lists = ["--catalogue", Repository.path("policies/catalogue")]
      let told = try Command.run(["new", "330100", "--policies", empty, "--format", "concise"] + lists)
      #expect(told.status == 0 && !told.output.contains("N0107"))
    }
  }

  @Test func newRegionsAndVersionsAreWrittenOnceAndNeverOver() throws {
    try withFolder { folder in
      let region = ["new", "包头市", "--name", "baotou", "--from", "2024-01-01", "--policies", folder]
      #expect(try Command.run(region).output == "\(folder)/150200-baotou/2024-01-01.yaml\n")
      // All that is left to say is that its source is still to be filled in.
      let checked = try Command.run(["check", folder, "--format", "concise"])
      #expect(checked.status == 1)
      #expect(checked.output.split(separator: "\n").count == 1 && checked.output.contains("P0450"))
      #expect(try Command.run(region + ["--format", "concise"]).output.contains("N0102"))
      let next = try Command.run(["new", "150200", "--from", "2025-01-01", "--policies", folder])
      #expect(next.status == 0)
      let ended = try String(contentsOfFile: "\(folder)/150200-baotou/2024-01-01.yaml", encoding: .utf8)
      #expect(ended.contains("in_force: {from: \"2024-01-01\", to: \"2024-12-31\"}"))
      #expect(try Command.run(["check", folder, "--format", "concise"]).output.contains("P0338"))
      let unknown = try Command.run(["new", "没有", "--policies", folder, "--format", "concise", "--messages", "en"])
      #expect(unknown.status == 2)
      #expect(unknown.output.contains("N0101") && unknown.output.contains("the catalogue has no region"))
      #expect(try Command.run(["new", "150200", "--from", "2025-13-01", "--policies", folder]).status == 2)
    }
  }
}
