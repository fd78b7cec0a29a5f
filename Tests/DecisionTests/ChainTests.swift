import Decisions
import Findings
import Foundation
import RegionPolicy
import Testing

@Suite("the chain of a log")
struct ChainTests {
  private let rules: DecisionRules
  private let folder = TemporaryFolder()
  private let log: [String]

  init() throws {
    let rules = try DecisionRules(employee: "80%")
    self.rules = rules
    var stays = Stays(seed: 13)
    log = chained(try (1...6).map { try record(of: stays.next($0).claim, rules.policies, number: $0).line })
  }

  private func report(_ lines: [String]) -> ReplayReport { replay(lines, rules.policies, isChained: true) }

  /// Codes and line numbers.
  private func found(_ lines: [String]) -> [String] {
    report(lines).findings.map { "\($0.kind.code):\($0.place?.start.line ?? 0)" }
  }

  @Test("holds as it was written, and its end can be noted down")
  func whole() {
    let report = report(log)
    #expect(report.isClean && report.unseenBefore == nil)
    #expect(report.lastDigest == digest(of: log[5]))
    #expect(ReplayJSON(report).object(revision: "x").contains("\"last_line_digest\": \"\(digest(of: log[5]))\""))
  }

  @Test("a line that was taken away, doubled, moved or put in is told where the next one does not fit")
  func lines() throws {
    #expect(found([log[0], log[2], log[3]]) == ["L0109:2"])
    #expect(found([log[0], log[1], log[1], log[2]]) == ["L0109:3", "L0114:3"])
    #expect(found([log[0], log[2], log[1], log[3]]) == ["L0109:2", "L0109:3", "L0109:4"])
    let other = try record(of: "{}", rules.policies, number: 9).line
    #expect(found([log[0], chained([other], after: log[0])[0], log[1]]) == ["L0109:3"])
    #expect(report([log[0], log[2]]).chainBreaks == 1 && !report([log[0], log[2]]).isClean)
  }

  @Test(
    "what nothing else in a line vouches for is fixed by the next line",
    arguments: ["decision_id", "timestamp", "known_at", "engine", "revision"])
  func fields(field: String) throws {
    let altered = log[1].replacing(try Regex("\"\(field)\": \"[^\"]*\""), with: "\"\(field)\": \"other\"")
    try #require(altered != log[1])
    #expect(found([log[0], altered, log[2]]) == ["L0109:3"])
    // Of the last line nothing tells; its digest is another, though.
    #expect(found([log[0], altered]).isEmpty)
    #expect(report([log[0], altered]).lastDigest != report([log[0], log[1]]).lastDigest)
  }

  @Test("a decision that comes twice is told even if the lines follow one another")
  func doubled() {
    let twice = chained([unchained(log[0]), unchained(log[1]), unchained(log[0])])
    #expect(found(twice) == ["L0114:3"])
    #expect(report(twice).doubledDecisions == 1 && !report(twice).isClean)
    let id = "0f2b8c1e-5d0a-4c77-9e61-0b7a4f1d2c3e"
    let other = "0f2b8c1e-5d0a-4c77-9e61-0b7a4f1d2c3f"
    let lines = [id, other, id].map { unchained(log[0]).replacing("\"d-1\"", with: "\"\($0)\"") }
    #expect(found(chained(lines)) == ["L0114:3"])
  }

  @Test("may begin after lines that were archived; a second beginning is none")
  func beginning() {
    let report = report(Array(log[2...]))
    #expect(report.isClean && report.unseenBefore == digest(of: log[1]))
    #expect(found([log[0], log[1], unchained(log[2])]) == ["L0109:3"])
  }

  @Test("goes on over lines that cannot be read, and is taken up after one that was too long")
  func unreadable() {
    #expect(found(chained([unchained(log[0]), "x", unchained(log[1])])) == ["L0101:2"])
    #expect(found([log[0], "x", log[1]]) == ["L0101:2", "L0109:3"])
    var run = ReplayRun(revision: "", limits: ReplayLimits(differences: 9)) { [policies = rules.policies] _, claim in
      policies.settle(claim: claim).json
    }
    run.add(LogLine(path: "log", number: 1, bytes: Array(log[0].utf8)))
    run.addTooLong(LogLine(path: "log", number: 2, bytes: []), limit: 10)
    run.add(LogLine(path: "log", number: 3, bytes: Array(log[2].utf8)))
    #expect(run.finish().findings.map(\.kind.code) == ["L0106"])
  }

  @Test("is written over parts, over restarts and after half a line")
  func written() throws {
    var settings = DecisionLog.Settings(path: folder.path("log"))
    settings.bytesOfPart = 3_000
    var stays = Stays(seed: 14)
    for number in 1...12 {
      let log = try DecisionLog(settings)
      try log.append(try record(of: stays.next(number).claim, rules.policies, number: number))
      try log.append(try record(of: stays.next(number).claim, rules.policies, number: number + 100))
      if number == 6 { try half(settings.path) }
    }
    let parts = try LogFileNames(settings.path).parts().found
    let all = try parts.flatMap { try DecisionTests.lines(of: $0) }
    #expect(parts.count > 3 && all.count == 24)
    #expect(chained(all.map(unchained)) == all)
    #expect(report(all).isClean)
    // An archived part is not needed to go on.
    for part in parts.dropLast(2) { try FileManager.default.removeItem(atPath: part) }
    try DecisionLog(settings).append(try record(of: stays.next(50).claim, rules.policies, number: 50))
    let rest = try LogFileNames(settings.path).parts().found.flatMap { try DecisionTests.lines(of: $0) }
    #expect(report(rest).isClean && report(rest).unseenBefore != nil)
  }

  @Test("a new part that is still empty when the program ends follows the part before it")
  func emptyPart() throws {
    let path = folder.path("log")
    try DecisionLog(DecisionLog.Settings(path: path)).append(try record(of: "{}", rules.policies))
    try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
    try DecisionLog(DecisionLog.Settings(path: path)).append(try record(of: "{}", rules.policies, number: 2))
    let all = try DecisionTests.lines(of: path + ".1") + DecisionTests.lines(of: path)
    #expect(all.count == 2 && report(all).isClean)
  }

  private func half(_ path: String) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"decision_id\": \"half".utf8))
    try handle.close()
  }
}
