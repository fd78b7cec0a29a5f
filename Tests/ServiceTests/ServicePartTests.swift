import Findings
import Foundation
import Host
import Testing
import Values

@testable import Service

@Suite("Parts of the service")
struct ServicePartTests {
  @Test(
    "addresses are read, and loopback is known",
    arguments: [
      ("8080", "127.0.0.1:8080", true), ("127.9.9.9:1", "127.9.9.9:1", true), ("[::1]:80", "[::1]:80", true),
      ("localhost:0", "localhost:0", true), ("0.0.0.0:80", "0.0.0.0:80", false), ("[::]:80", "[::]:80", false),
      ("127.example.com:80", "127.example.com:80", false),
      ("127.0.0.1.example.com:80", "127.0.0.1.example.com:80", false),
    ])
  func addresses(_ text: String, _ shown: String, _ isLoopback: Bool) throws {
    let address = try #require(ListenAddress(text))
    #expect(address.text == shown && address.isLoopback == isLoopback)
  }

  @Test("what is no address", arguments: ["", "host", "host:", ":80", "host:99999", "::1:80", "host:8o"])
  func noAddress(_ text: String) {
    #expect(ListenAddress(text) == nil)
  }

  @Test("tokens are long, visible and one a line")
  func tokens() throws {
    let (first, second) = (String(repeating: "a", count: 32), String(repeating: "b", count: 512))
    let list = try #require(TokenList(Array("# comment\n\n\(first)\r\n\(second)".utf8)))
    #expect(list.holds(first) && list.holds(second))
    #expect(!list.holds("") && !list.holds(first + "a") && !list.holds(String(first.dropLast())))
    #expect(!list.holds("c" + first.dropFirst()) && !list.holds(first.dropLast() + "c"))
    for text in ["", "# only\n", "short", first + " x", second + "b", first + "\nshort"] {
      #expect(TokenList(Array(text.utf8)) == nil)
    }
  }

  @Test("tokens that cannot be read leave those before")
  func tokenReload() throws {
    let (old, new) = (String(repeating: "o", count: 32), String(repeating: "n", count: 32))
    let failing = Authorization(tokens: TokenList(Array(old.utf8))) { nil }
    #expect(!failing.reload() && failing.admits("Bearer \(old)"))
    let replacing = Authorization(tokens: TokenList(Array(old.utf8))) { TokenList(Array(new.utf8)) }
    #expect(replacing.reload() && replacing.admits("Bearer \(new)") && !replacing.admits("Bearer \(old)"))
    #expect(Authorization.open.reload() && Authorization.open.admits(nil))
  }

  @Test(
    "the language a caller rather reads, Chinese when none is named",
    arguments: [
      (nil, Language.chinese), ("", .chinese), ("fr, *", .chinese), ("en", .english),
      ("EN-us;q=0.9, zh;q=0.8", .english),
      ("en;q=0.3, zh-CN", .chinese), ("en;q=0", .chinese), ("en;q=x", .chinese), ("en;q=0.1234", .english),
    ])
  func languages(_ field: String?, _ language: Language) {
    #expect(AcceptedLanguage.language(field) == language)
  }

  @Test("lines are the same however the bytes come in")
  func lines() {
    func read(_ text: String, by size: Int) -> [String] {
      var splitter = LineSplitter(limit: 4)
      let bytes = Array(text.utf8)
      var lines: [LineSplitter.Line] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        lines += splitter.lines(in: bytes[start..<min(start + size, bytes.count)])
      }
      return (lines + [splitter.last()].compactMap { $0 }).map { line in
        if case .text(let text) = line { String(bytes: text, encoding: .utf8) ?? "?" } else { "too long" }
      }
    }
    for size in [1, 2, 3, 100] {
      #expect(read("a\n\nbcde\r\nabcde\nfghijk\n", by: size) == ["a", "", "bcde", "too long", "too long"])
      #expect(read("ab", by: size) == ["ab"] && read("", by: size) == [] && read("\n", by: size) == [""])
      #expect(read("abcdefgh", by: size) == ["too long"])
    }
  }

  @Test("an admission gives out no more than there is")
  func admission() {
    let admission = Admission(limit: 3)
    #expect(admission.take(2) && !admission.take(2) && admission.take() && !admission.take())
    admission.giveBack(2)
    #expect(admission.inFlight == 1 && admission.take(2))
  }

  @Test("durations fall into buckets that add up")
  func histogram() {
    var histogram = Histogram()
    for nanoseconds: Int64 in [0, 250_000, 250_001, 20_000_000_000] { histogram.add(nanoseconds) }
    #expect(histogram.counts.first == 2 && histogram.counts[1] == 3 && histogram.counts.last == 3)
    #expect(histogram.count == 4 && MetricsText.seconds(histogram.sum) == "20.000500001")
  }

  @Test("identifiers look like UUIDs of version 4 and differ")
  func identifiers() {
    let all = Set((0..<100).map { _ in RandomUUID.next() })
    #expect(all.count == 100)
    #expect(all.allSatisfy { UUID(uuidString: $0) != nil && Array($0)[14] == "4" && "89ab".contains(Array($0)[19]) })
  }

  @Test("paths are matched whole")
  func routes() {
    for route in Route.allCases where route != .rules { #expect(Route.match(route.rawValue)?.route == route) }
    #expect(Route.match("/v1/regions/440100/rules")?.code == "440100")
    #expect(Route.match("/v1/regions/{code}/rules")?.code == "{code}")
    for path in ["", "/", "/v1", "v1/regions/1/rules", "/v1/regions//", "/v1/regions/1/rules/2", "//v1/settle"] {
      #expect(Route.match(path) == nil)
    }
  }

  @Test("a watched folder tells what changes in it, below it, and of itself")
  func watching() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let below = folder.appending(path: "policies/110000")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let policies = folder.appending(path: "policies")
    func isToldOf(_ change: () throws -> Void) rethrows -> Bool {
      let watch = FolderWatch([policies.path])
      // Nothing has changed yet; the macro cannot hold what cannot be copied.
      let isEarly = watch.hasChanged()
      #expect(!isEarly)
      try change()
      return watch.hasChanged()
    }
    #expect(try isToldOf { try Data("a".utf8).write(to: below.appending(path: "a.yaml")) })
    #expect(try isToldOf { try FileManager.default.removeItem(at: below.appending(path: "a.yaml")) })
    #expect(try isToldOf { try FileManager.default.removeItem(at: policies) })
    #expect(try isToldOf { try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true) })
  }
}
