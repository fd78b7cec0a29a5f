import Foundation
import TestSupport
import Testing

@Suite("policy settle --decision-log and policy replay")
struct ReplayCommandTests {
  private let demo = "examples/claims/demo.ndjson"
  private let folder = FileManager.default.temporaryDirectory.path + "/region-policy-\(UUID().uuidString)"
  private var log: String { "\(folder)/log" }

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func inFolder(_ body: () throws -> Void) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body()
  }

  private func lines() throws -> [Substring] {
    try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  private func replay(_ more: [String] = []) throws -> Command.Result {
    try Command.run(["replay", log, "--lang", "en"] + more)
  }

  @Test("what was settled is recorded, answered as ever, and made again to the last character")
  func reproduced() throws {
    try inFolder {
      let plain = try Command.run(["settle", demo])
      let logged = try Command.run(["settle", demo, "--decision-log", log])
      #expect(logged.output == plain.output && logged.status == 0 && logged.error.isEmpty)
      #expect(try Command.run(["settle", "examples/claims/with-bad-lines.ndjson", "--decision-log", log]).status == 1)
      let settled = try lines().count
      #expect(try !lines().contains { $0.contains("X0001") })
      let uuid = /"decision_id": "([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"/
      let ids = try lines().compactMap { $0.firstMatch(of: uuid)?.output.1 }
      #expect(Set(ids).count == settled && settled > 12)
      let text = try replay()
      #expect(text.status == 0 && text.error.isEmpty)
      #expect(text.output.contains("reproduced to the last character"))
      let json = try replay(["--format", "json"])
      let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(report["decisions"] as? Int == settled)
      #expect(report["reproduced"] as? Int == settled - (report["without_claim"] as? Int ?? 0))
      #expect((report["differences"] as? [Any])?.isEmpty == true)
      let piped = try Command.run(
        ["replay", "-", "--format", "json"], input: try String(contentsOfFile: log, encoding: .utf8))
      #expect(piped.output == json.output)
    }
  }

  @Test("other rules make the exit code 1, and every difference is listed with its money")
  func otherRules() throws {
    try inFolder {
      #expect(try Command.run(["settle", demo, "--decision-log", log]).status == 0)
      let rules = "\(folder)/policies"
      try FileManager.default.copyItem(atPath: Repository.path("policies"), toPath: rules)
      let file = "\(rules)/110000-beijing/2023-01-01.yaml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let changed = text.replacing("[85%, 90%, 95%]", with: "[84%, 90%, 95%]")
      try #require(changed != text)
      try changed.write(toFile: file, atomically: true, encoding: .utf8)
      let result = try replay(["--policies", rules, "--limit", "1"])
      #expect(result.status == 1)
      #expect(result.output.contains("differences (yuan)") && result.output.contains(" → "))
      #expect(!result.error.contains("L01"))
    }
  }

  /// The demo in twelve parts of one line each, the last of which holds the demo once more.
  private func writeParts() throws {
    #expect(try Command.run(["settle", demo, "--decision-log", log, "--decision-log-part", "1"]).status == 0)
    #expect(try Command.run(["settle", demo, "--decision-log", log, "--decision-log-flush"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: log + ".11") && !FileManager.default.fileExists(atPath: log + ".12"))
  }

  @Test("bad lines and missing parts are told with their places, and the exit code is 1")
  func badLines() throws {
    try inFolder {
      try writeParts()
      let good = try String(contentsOfFile: log, encoding: .utf8)
      try (good + "{\"decision_id\": \"half").write(toFile: log, atomically: true, encoding: .utf8)
      try FileManager.default.moveItem(atPath: log + ".2", toPath: log + "-away")
      let result = try replay()
      #expect(result.status == 1)
      #expect(result.error.contains("L0101") && result.error.contains("log:14:"))
      #expect(result.error.contains("L0107") && result.error.contains("log.2"))
      #expect(result.output.contains("1 more lines cannot be read"))
      // Continuing the log sets the half line aside.
      let next = try Command.run(["settle", demo, "--decision-log", log, "--lang", "en"])
      #expect(next.status == 0 && next.error.contains("L0112"))
      let gap = try replay()
      #expect(gap.status == 1 && gap.error.contains("L0107") && gap.output.contains("1 parts of the log are missing"))
      try FileManager.default.moveItem(atPath: log + "-away", toPath: log + ".2")
      let clean = try replay()
      #expect(clean.status == 0 && clean.error.isEmpty)
    }
  }

  @Test("lines are followed from part to part; what was archived before the first is told and no fault")
  func chain() throws {
    try inFolder {
      try writeParts()
      let all = try replay(["--format", "json"])
      #expect(all.status == 0 && !all.output.contains("unseen_before"))
      let digest = try #require(all.output.firstMatch(of: /"last_line_digest": "(sha256:[0-9a-f]{64})"/)).output.1
      #expect(try replay().output.contains(digest))
      // The last line of a part is fixed by the first of the next.
      let part = try String(contentsOfFile: log + ".5", encoding: .utf8)
      let altered = part.replacing("\"engine\": \"", with: "\"engine\": \"9")
      try #require(altered != part)
      try altered.write(toFile: log + ".5", atomically: true, encoding: .utf8)
      let result = try replay()
      #expect(result.status == 1 && result.error.contains("L0109") && result.error.contains("log.6:1:"))
      #expect(result.output.contains("1 lines do not follow the line before them"))
      try part.write(toFile: log + ".5", atomically: true, encoding: .utf8)
      for number in 1...3 { try FileManager.default.removeItem(atPath: log + ".\(number)") }
      let rest = try replay()
      #expect(rest.status == 0 && rest.error.isEmpty && rest.output.contains("before the first line (not read)"))
      #expect(try replay(["--format", "json"]).output.contains("\"unseen_before\": \"sha256:"))
    }
  }

  @Test("refusals without a claim are listed, since they are not made again")
  func claimless() throws {
    try inFolder {
      _ = try Command.run(["settle", "-", "--decision-log", log], input: "no claim\n")
      let text = try replay()
      let id = try #require(try lines().first?.firstMatch(of: /"decision_id": "([^"]*)"/)).output.1
      #expect(text.status == 0 && text.output.contains("without a claim, not computed again"))
      #expect(text.output.contains(id))
      #expect(try replay(["--limit", "0"]).output.contains("1 more are not listed"))
    }
  }

  @Test(
    "how the log is written is only said with a log",
    arguments: [["--decision-log-part", "1"], ["--decision-log-flush"]])
  func options(_ options: [String]) throws {
    try inFolder {
      let withoutLog = try Command.run(["settle", demo] + options)
      #expect(withoutLog.status == 2 && withoutLog.output.isEmpty)
      let empty = try Command.run(["settle", demo, "--decision-log", log, "--decision-log-part", "0"])
      #expect(empty.status == 2 && empty.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: log))
    }
  }

  @Test("a log that is not there, and rules that are not there, make the exit code 2")
  func missing() throws {
    try inFolder {
      let result = try replay()
      #expect(result.status == 2 && result.error.contains("L0108") && result.output.isEmpty)
      #expect(try Command.run(["settle", demo, "--decision-log", log]).status == 0)
      #expect(try replay(["--policies", "no-such-folder"]).status == 2)
      #expect(try replay(["--limit", "-1"]).status == 2)
      #expect(try Command.run(["settle", demo, "--carry-accounts", "--decision-log", log]).status == 2)
    }
  }

  @Test("when the log is full, exactly the recorded claims are answered, and it can be continued")
  func full() throws {
    try inFolder {
      let claims = String(
        repeating: try String(contentsOfFile: Repository.path(demo), encoding: .utf8), count: 10)
      let result = try Command.run(
        ["settle", "-", "--decision-log", log, "--lang", "en"], input: claims, largestFile: 60)
      #expect(result.status == 2 && result.error.contains("L0110"))
      let answered = result.output.split(separator: "\n").count
      let recorded = try lines()
      #expect(answered > 10 && answered < 120 && recorded.count == answered)
      #expect(recorded.allSatisfy { $0.hasPrefix("{\"decision_id\"") && $0.hasSuffix("}") })
      #expect(try String(contentsOfFile: log, encoding: .utf8).hasSuffix("}\n"))
      #expect(try Command.run(["settle", demo, "--decision-log", log]).error.isEmpty)
      #expect(try replay().status == 0)
      #expect(try lines().count == answered + 12)
    }
  }

  @Test("killed while it writes, again and again: what was answered is recorded, and every line is whole")
  func killed() throws {
    try inFolder {
      let claims = String(
        repeating: try String(contentsOfFile: Repository.path(demo), encoding: .utf8), count: 2_000)
      var answered = 0
      for attempt in 1...5 {
        let result = try Command.run(["settle", "-", "--decision-log", log], input: claims) { process in
          while process.isRunning, size < attempt * 150_000 { usleep(500) }
          kill(process.processIdentifier, SIGKILL)
        }
        #expect(result.status == SIGKILL)
        answered += result.output.count { $0 == "\n" }
      }
      #expect(try Command.run(["settle", demo, "--decision-log", log]).status == 0)
      let recorded = try lines().count - 12
      #expect(answered > 0 && answered <= recorded)
      let replayed = try replay()
      #expect(replayed.status == 0 && replayed.error.isEmpty)
    }
  }

  private var size: Int {
    ((try? FileManager.default.attributesOfItem(atPath: log))?[.size] as? Int) ?? 0
  }

  @Test("a folder that is not there: nothing is answered")
  func unwritable() throws {
    try inFolder {
      let result = try Command.run(["settle", demo, "--decision-log", "\(folder)/no/log"])
      #expect(result.status == 2 && result.output.isEmpty && result.error.contains("L0110"))
    }
  }
}
