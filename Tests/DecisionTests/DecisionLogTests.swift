import Decisions
import Dispatch
import Findings
import Foundation
import Registry
import Synchronization
import TestSupport
import Testing

@Suite("the log of decisions")
struct DecisionLogTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path("decisions.ndjson") }

  /// A record that is told apart by its number.
  private func sample(_ number: Int) throws -> DecisionRecord {
    let answer = #"{"line": 1, "errors": [{"code": "C0101", "message": "", "help": ""}]}"#
    return try #require(DecisionRecord(.settle, claim: Array("{}".utf8), answer: answer, .sample(number)))
  }

  private func open(bytesOfPart: Int = 1 << 20, flushes: Bool = false) throws -> DecisionLog {
    var settings = DecisionLog.Settings(path: path)
    settings.bytesOfPart = bytesOfPart
    settings.flushesEveryLine = flushes
    return try DecisionLog(settings)
  }

  private func ids(_ lines: [String]) -> [String] {
    lines.compactMap { $0.firstMatch(of: /"decision_id": "(d-[0-9]+)"/).map { String($0.output.1) } }
  }

  /// What all parts hold, in their order.
  private func written() throws -> [String] { try LogFileNames(path).parts().found.flatMap { try lines(of: $0) } }

  @Test("has a line as soon as append returned, and is continued when it is opened again", arguments: [false, true])
  func continued(flushes: Bool) throws {
    for number in 1...3 {
      let log = try open(flushes: flushes)
      #expect(log.notices.isEmpty)
      try log.append(try sample(number))
      #expect(ids(try lines(of: path)) == (1...number).map { "d-\($0)" })
      #expect(log.isWritable)
    }
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("keeps lines of many threads whole")
  func threads() throws {
    let log = try open(bytesOfPart: 20_000)
    let records = try (0..<800).map { try sample($0) }
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for number in 0..<100 { try? log.append(records[thread * 100 + number]) }
    }
    let written = try written()
    #expect(Set(written.map(unchained)) == Set(records.map(\.line)))
    #expect(chained(written.map(unchained)) == written)
    #expect(written.count == records.count)
  }

  @Test("begins a new part when one is full; no part is replaced, and they are read in order")
  func rotation() throws {
    // A part that stands there already is left alone, and the next number is taken.
    try "older\n".write(toFile: path + ".4", atomically: true, encoding: .utf8)
    let log = try open(bytesOfPart: 2_000)
    for number in 1...50 { try log.append(try sample(number)) }
    let (parts, missing) = try LogFileNames(path).parts()
    #expect(parts.count > 10 && missing.isEmpty)
    #expect(parts.prefix(2) == [path + ".4", path + ".5"] && parts.last == path)
    #expect(try lines(of: parts[0]) == ["older"])
    #expect(ids(try written()) == (1...50).map { "d-\($0)" })
    for part in parts {
      let size = try FileManager.default.attributesOfItem(atPath: part)[.size] as? Int
      #expect((size ?? 0) <= 2_000)
    }
    try FileManager.default.removeItem(atPath: path + ".7")
    #expect(try LogFileNames(path).parts().missing == [path + ".7"])
  }

  @Test("is written by one program only")
  func locked() throws {
    let log = try open()
    let finding = #expect(throws: Finding.self) { try open() }
    #expect(finding?.kind == .logInUse)
    try log.append(try sample(1))
  }

  @Test("sets a half-written last line aside when it is opened", arguments: ["{\"decision_id\": \"d-2", "x", ""])
  func torn(rest: String) throws {
    try open().append(try sample(1))
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    for attempt in 1...2 {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(rest.utf8))
      try handle.close()
      let log = try open()
      let aside = path + ".torn.\(attempt)"
      #expect(log.notices.map(\.kind) == (rest.isEmpty ? [] : [.logTornLine]))
      #expect(FileManager.default.fileExists(atPath: aside) == !rest.isEmpty)
      if !rest.isEmpty { #expect(try String(contentsOfFile: aside, encoding: .utf8) == rest) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == whole)
    }
    try open().append(try sample(2))
    #expect(ids(try lines(of: path)) == ["d-1", "d-2"])
  }

  @Test("a torn line longer than what is read at once, and nothing before it")
  func longTorn() throws {
    try String(repeating: "a", count: 200_000).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try open().notices.count == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8).isEmpty)
    #expect(try String(contentsOfFile: path + ".torn.1", encoding: .utf8).count == 200_000)
  }

  @Test("where nothing can be written it is not opened")
  func unwritable() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for path in [folder.path("no/such/log"), "/dev/null/log", path, "/proc/decisions"] {
      let finding = #expect(throws: Finding.self) { try DecisionLog(DecisionLog.Settings(path: path)) }
      #expect(finding?.kind == .logNotWritten, "\(path)")
    }
  }

  @Test("a line that cannot be written is told, keeps the caller from being ready, and is noted once it works again")
  func failure() throws {
    let log = try open(bytesOfPart: 1_000)
    try log.append(try sample(1))
    // The folder is gone: the next part cannot be begun.
    let away = folder.path + "-away"
    try FileManager.default.moveItem(atPath: folder.path, toPath: away)
    defer { try? FileManager.default.removeItem(atPath: away) }
    for number in 2...3 {
      let finding = #expect(throws: Finding.self) {
        for _ in 1...3 { try log.append(try sample(number)) }
      }
      #expect(finding?.kind == .logNotWritten)
      #expect(!log.isWritable && !log.retry(at: "2024-03-12T08:00:00Z"))
    }
    try FileManager.default.moveItem(atPath: away, toPath: folder.path)
    #expect(log.retry(at: "2024-03-12T08:00:00Z") && log.isWritable)
    try log.append(try sample(4))
    let all = try written()
    #expect(all.contains { $0.contains("\"note\": \"resumed\"") })
    #expect(ids(all).first == "d-1" && ids(all).last == "d-4")
  }

  @Test("a log that was deleted is begun anew instead of written into nothing")
  func deleted() throws {
    let log = try open()
    try log.append(try sample(1))
    try FileManager.default.removeItem(atPath: path)
    try log.append(try sample(2))
    #expect(ids(try lines(of: path)) == ["d-2"])
  }
}
