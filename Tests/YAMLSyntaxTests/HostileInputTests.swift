import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

/// None of these asserts a time: without the guards each would run for minutes or crash.
@Suite struct `Hostile input` {
  @Test func `a megabyte of random bytes is refused at once`() {
    var random = SeededRandom(state: 7)
    let bytes = (0..<1_048_576).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let document = read(bytes: bytes)
    #expect(document.root == nil)
    #expect(document.findings.count == 21)
  }

  @Test func `random ASCII is read without a crash`() {
    var random = SeededRandom(state: 11)
    let alphabet = Array("ab:- []{}#&*!|>'\"%?,\n\n  \t：，1".utf8)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.isEmpty || read(text).root == nil)
      _ = read(text)
    }
  }

  @Test func `a billion laughs are not expanded`() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let document = read(text)
    #expect(document.findings.map(\.kind.code) == ["Y0108"])
    #expect(document.root == nil)
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[a, "])
  func `half a million opening brackets end at a depth`(opening: String) {
    let document = read(String(repeating: opening, count: 1_000_000 / max(2, opening.utf8.count)))
    #expect(document.findings.contains { $0.kind.code == "Y0107" })
    #expect(document.root == nil)
  }

  @Test(arguments: [
    "%TAG !a! b\n", "k: a: b\n", "\"\n", "a\n", "&a ", "a：", "{a：1}\n", "\u{1}", "a: [\n", "'", "a:b ", "*a\n",
  ])
  func `a megabyte of one mistake is read in bounded time`(part: String) {
    let document = read(String(repeating: part, count: 1_000_000 / part.utf8.count))
    #expect(document.findings.count < 100)
  }

  @Test func `every beginning of a good file is read without a crash`() {
    let whole = read(String(decoding: goodFile, as: UTF8.self))
    #expect(whole.findings.isEmpty)
    #expect(whole.root != nil)
    for length in 0..<goodFile.count { _ = read(bytes: Array(goodFile[..<length])) }
  }

  private var goodFile: [UInt8] {
    let part = """
        region: 北京市海淀区
        rates: {一级: 90%, 二级: 87%, "三级": 85%}
        steps:
          - upTo: 30000 # 第一段
            rate: &r '0.85'
          - rate: *r
            list: [1, 2,
              3]
        note: |
          第一行：说明，
          第二行

        quoted: "a\\u4e2d\\n
          b"

      """
    return Array((1...10).map { "part\($0):\n\(part)" }.joined().utf8)
  }
}

/// A small generator (SplitMix64), so that a failure can be run again.
private struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
