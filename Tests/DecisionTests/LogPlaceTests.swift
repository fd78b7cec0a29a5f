import Decisions
import Findings
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("a log that somebody moves or replaces")
struct LogPlaceTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path("decisions.ndjson") }

  private func sample(_ number: Int) throws -> DecisionRecord {
    let answer = #"{"line": 1, "errors": [{"code": "C0101", "message": "", "help": ""}]}"#
    return try #require(DecisionRecord(.settle, claim: Array("{}".utf8), answer: answer, .sample(number)))
  }

  private func open(_ bytesOfPart: Int = 1 << 20) throws -> DecisionLog {
    var settings = DecisionLog.Settings(path: path)
    settings.bytesOfPart = bytesOfPart
    return try DecisionLog(settings)
  }

  private func move(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(atPath: from, toPath: to)
  }

  private func failure(_ work: () throws -> Void) -> FindingKind? {
    let finding = #expect(throws: Finding.self) { try work() }
    return finding?.kind
  }

  /// What was told of a log, in order.
  private final class Told: Sendable {
    private let words = Mutex<[String]>([])

    func follow(_ log: DecisionLog) {
      log.whenChanged { change in
        let word = if case .stopped(let finding) = change { finding.kind.code } else { "resumed" }
        self.words.withLock { $0.append(word) }
      }
    }

    var all: [String] { words.withLock { $0 } }
  }

  @Test("is not written to where nobody reads it, and goes on when it is back")
  func moved() throws {
    let log = try open()
    let told = Told()
    told.follow(log)
    try log.append(try sample(1))
    try move(path, path + "-old")
    #expect(!log.isWritable && !log.retry(at: "t"))
    for number in 2...3 {
      let lost = failure { try log.append(try sample(number)) }
      #expect(lost == .logDisplaced)
    }
    #expect(try lines(of: path + "-old").count == 1 && !FileManager.default.fileExists(atPath: path))
    // A settlement is the first that notices that it is back: it tells of the failure, too.
    try move(path + "-old", path)
    try log.append(try sample(4))
    #expect(log.isWritable && told.all == ["L0115", "resumed"])
    let all = try lines(of: path)
    #expect(all.count == 3 && all[1].hasPrefix("{\"note\": \"resumed\", \"timestamp\": \"\(Self.time)\", \"reason\": "))
    #expect(all[2].contains("\"d-4\"") && chained(all.map(unchained)) == all)
  }

  private static let time = "2024-03-12T08:00:00.000Z"

  @Test("of which a copy stands in its place is not continued")
  func replaced() throws {
    let log = try open()
    try log.append(try sample(1))
    try FileManager.default.copyItem(atPath: path, toPath: path + "-copy")
    try FileManager.default.removeItem(atPath: path)
    try move(path + "-copy", path)
    let beside = failure { try log.append(try sample(2)) }
    #expect(beside == .logDisplaced)
    #expect(try lines(of: path).count == 1)
  }

  @Test("whose folder was made again is left to the new writer")
  func folderMadeAgain() throws {
    let log = try open()
    try log.append(try sample(1))
    let away = folder.path + "-away"
    try move(folder.path, away)
    defer { try? FileManager.default.removeItem(atPath: away) }
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
    let gone = failure { try log.append(try sample(2)) }
    #expect(gone == .logNotWritten)
    let second = try open()
    try second.append(try sample(3))
    let displaced = failure { try log.append(try sample(4)) }
    #expect(displaced == .logDisplaced)
    #expect(!log.isWritable && second.isWritable)
    #expect(try lines(of: path).count == 1)
  }

  @Test("a failure is told once, with the system's reason, and its end once")
  func changes() throws {
    let log = try open()
    let told = Told()
    told.follow(log)
    let away = folder.path + "-away"
    for _ in 1...2 {
      try log.append(try sample(1))
      try move(folder.path, away)
      let finding = #expect(throws: Finding.self) { try log.append(try sample(2)) }
      #expect(finding?.arguments["reason"] == "No such file or directory")
      #expect(throws: Finding.self) { try log.append(try sample(3)) }
      #expect(!log.isWritable && !log.retry(at: Self.time))
      try move(away, folder.path)
      #expect(log.retry(at: Self.time) && log.isWritable)
    }
    #expect(told.all == ["L0110", "resumed", "L0110", "resumed"])
  }

  @Test("a part with the largest number there is keeps the log from being opened, and from being rotated")
  func numbers() throws {
    let last = path + ".\(Int.max)"
    let log = try open(100)
    try log.append(try sample(1))
    try "".write(toFile: last, atomically: true, encoding: .utf8)
    let exhausted = failure { try log.append(try sample(2)) }
    #expect(exhausted == .logNumbersExhausted)
    #expect(!log.isWritable)
    try FileManager.default.removeItem(atPath: last)
    try log.append(try sample(3))
    let other = folder.path("other")
    try "".write(toFile: "\(other).\(Int.max)", atomically: true, encoding: .utf8)
    let finding = #expect(throws: Finding.self) { try DecisionLog(DecisionLog.Settings(path: other)) }
    #expect(finding?.kind == .logNumbersExhausted)
    // The next to last may be taken: what follows it is told in time.
    try "".write(toFile: folder.path("third.\(Int.max - 1)"), atomically: true, encoding: .utf8)
    #expect(throws: Never.self) { try DecisionLog(DecisionLog.Settings(path: folder.path("third"))) }
  }
}
