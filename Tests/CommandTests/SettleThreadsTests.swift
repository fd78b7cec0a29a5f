import Foundation
import TestSupport
import Testing

@Suite("settling lines on several threads")
struct SettleThreadsTests {
  /// Good and bad lines over and over, with both line ends, empty lines, and no end after the last.
  private static func claims() throws -> String {
    let good = try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
    let bad = try String(contentsOfFile: Repository.path("examples/claims/with-bad-lines.ndjson"), encoding: .utf8)
    let windows = good.replacing("\n", with: "\r\n")
    return String(repeating: good + bad + "\n" + windows + "\r\n", count: 40) + String(good.dropLast())
  }

  /// A file with the claims.
  private func withClaims<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".ndjson")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }

  @Test func anyNumberOfThreadsGivesTheSameBytesAsOneClaimAfterTheOther() throws {
    let text = try SettleThreadsTests.claims()
    try withClaims(text) { path in
      let log = path + ".log"
      defer { try? FileManager.default.removeItem(atPath: log) }
      let alone = try Command.run(["settle", path, "--decision-log", log])
      #expect(alone.status == 1)
      #expect(alone.output.utf8.count { $0 == 0x0A } == 40 * 36 + 12)
      for threads in ["1", "2", "7"] {
        let result = try Command.run(["settle", path, "--threads", threads])
        #expect(
          result.status == 1 && result.output == alone.output && result.error == alone.error, "\(threads) threads")
        #expect(try Command.run(["settle", "-", "--threads", threads], input: text).output == alone.output)
      }
      #expect(try Command.run(["settle", path]).output == alone.output)
    }
  }

  @Test func refusalsTellTheLineOfTheFile() throws {
    let claim = try #require(
      try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
        .split(separator: "\n").first)
    let lines = (1...3000).map { $0 % 500 == 0 ? "{" : String(claim) }
    let result = try Command.run(
      ["settle", "-", "--threads", "7", "--lang", "en"], input: lines.joined(separator: "\n"))
    let answers = result.output.split(separator: "\n")
    #expect(answers.count == 3000)
    let refused = answers.indices.filter { answers[$0].contains("\"errors\"") }
    #expect(refused == (1...6).map { $0 * 500 - 1 })
    for index in refused { #expect(answers[index].contains("\"line\": \(index + 1),")) }
    #expect(result.error.contains("3000 claims, 6 could not be settled"))
  }

  @Test func aLineThatIsTooLongIsRefusedAndTheOthersSettle() throws {
    let claim = try #require(
      try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
        .split(separator: "\n").first)
    let long = String(repeating: " ", count: (16 << 20) + 1)
    let result = try Command.run(["settle", "-", "--threads", "2"], input: "\(claim)\n\(long)\n\(claim)\n")
    let answers = result.output.split(separator: "\n")
    #expect(result.status == 1 && answers.count == 3)
    #expect(answers.map { $0.contains("\"errors\"") } == [false, true, false])
    #expect(answers.dropFirst().first?.contains("\"line\": 2,") == true)
  }

  @Test func nothingToReadGivesNothing() throws {
    let result = try Command.run(["settle", "-"], input: "")
    #expect(result.status == 0 && result.output.isEmpty && result.error.isEmpty)
  }

  @Test func aFolderInsteadOfAFileCannotBeRead() throws {
    let result = try Command.run(["settle", "policies", "--lang", "en"])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("cannot read policies"))
  }

  @Test func aFullDiskEndsWithTwo() throws {
    let result = try Command.run(
      ["settle", "examples/claims/demo.ndjson", "--threads", "2"], script: "\"$0\" \"$@\" > /dev/full")
    #expect(result.status == 2)
  }

  @Test func aReaderThatGoesAwayEndsTheCommand() throws {
    try withClaims(String(repeating: try SettleThreadsTests.claims(), count: 10)) { path in
      // The status is that of settle: killed by the signal, or 2 where the signal is ignored.
      let script = "\"$0\" \"$@\" | head -n 1; exit ${PIPESTATUS[0]}"
      let ended = try Command.run(["settle", path, "--threads", "7"], script: script)
      #expect(ended.status == 141 && ended.output.utf8.count { $0 == 0x0A } == 1)
      let ignored = try Command.run(["settle", path, "--threads", "7"], script: "trap '' PIPE; " + script)
      #expect(ignored.status == 2)
    }
  }

  @Test func progressGoesToStandardErrorOnly() throws {
    let plain = try Command.run(["settle", "examples/claims/demo.ndjson", "--lang", "en"])
    #expect(plain.error.isEmpty)
    for more in [[], ["--carry-accounts"]] {
      let result = try Command.run(["settle", "examples/claims/demo.ndjson", "--progress", "--lang", "en"] + more)
      #expect(result.error.contains("12 lines done"))
      #expect(!result.output.contains("lines done"))
      if more.isEmpty { #expect(result.output == plain.output) }
    }
  }

  @Test(arguments: [
    ["--carry-accounts"], ["--explain"], ["--format", "text"], ["--under", "110000"], ["--decision-log", "log"],
  ])
  func threadsGoOnlyWithLinesThatStandAlone(options: [String]) throws {
    let result = try Command.run(["settle", "examples/claims/demo.ndjson", "--threads", "2"] + options)
    #expect(result.status == 2 && result.error.contains("--threads"))
  }

  @Test(arguments: ["0", "-1", "1025", "two"])
  func threadsAreANumberThatCanBe(threads: String) throws {
    #expect(try Command.run(["settle", "examples/claims/demo.ndjson", "--threads=\(threads)"]).status == 2)
  }

  @Test func progressOfOneClaimIsRefused() throws {
    #expect(try Command.run(["settle", "examples/claims/side-by-side.json", "--progress"]).status == 2)
  }
}
