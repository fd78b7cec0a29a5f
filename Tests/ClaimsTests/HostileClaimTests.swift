import Claims
import TestSupport
import Testing

@Suite("claims that somebody damaged")
struct HostileClaimTests {
  private let seed: UInt64 = 20_241_122

  @Test("every beginning of a good claim is answered with a finding", arguments: [1, 2])
  func truncated(number: Int) throws {
    let claim = try DemoClaim.number(number).with("psn_no", "\"张三\\u4e2d\\ud83d\\ude00\"")
    let bytes = Array(claim.json.utf8)
    try #require(try Policies.shipped.answer(claim).isSettled)
    for length in 0..<bytes.count {
      let answer = try Answer(line: Policies.shipped.line(bytes: Array(bytes[..<length])))
      #expect(answer.errors.map(\.code) == [length == 0 ? "C0111" : "C0101"], "the first \(length) bytes")
    }
  }

  @Test("random bytes are answered with a finding")
  func randomBytes() throws {
    print("seed \(seed), random bytes")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<80, using: &generator)
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let answer = try Answer(line: Policies.shipped.line(bytes: bytes))
      #expect(!answer.errors.isEmpty, "seed \(seed): \(bytes)")
    }
  }

  @Test("random text of the characters of JSON is answered with a finding")
  func randomTokens() throws {
    print("seed \(seed), random tokens")
    var generator = SeededGenerator(seed: seed)
    let tokens = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "d83d", "0", "1.5", "-", "e", "true", "null", " ", "中", "\n",
    ]
    for _ in 0..<3000 {
      let length = Int.random(in: 1..<30, using: &generator)
      let text = (0..<length).compactMap { _ in tokens.randomElement(using: &generator) }.joined()
      #expect(try !Policies.shipped.answer(text).errors.isEmpty, "seed \(seed): \(text)")
    }
  }

  @Test("a good claim with one byte changed is settled or answered with a finding")
  func oneByte() throws {
    print("seed \(seed), one byte changed")
    var generator = SeededGenerator(seed: seed)
    let good = try Array(DemoClaim.number(2).json.utf8)
    var settled = 0
    for _ in 0..<2000 {
      var bytes = good
      let index = Int.random(in: bytes.indices, using: &generator)
      bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
      let answer = try Answer(line: Policies.shipped.line(bytes: bytes))
      #expect(answer.isSettled == answer.errors.isEmpty, "seed \(seed): byte \(index) is \(bytes[index])")
      if answer.isSettled { settled += 1 }
    }
    #expect((1..<2000).contains(settled))
  }
}
