import Foundation
import Testing
import Values

@Suite("names of decisions")
struct IdentifierTests {
  private struct Constant: RandomNumberGenerator {
    let value: UInt64
    mutating func next() -> UInt64 { value }
  }

  @Test("are UUIDs of version 4 and differ")
  func form() {
    let all = Set((0..<100).map { _ in RandomUUID.next() })
    #expect(all.count == 100)
    let form = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(all.allSatisfy { $0.wholeMatch(of: form) != nil && UUID(uuidString: $0) != nil })
  }

  @Test("hold every other bit of the generator", arguments: [UInt64.min, .max])
  func bits(value: UInt64) {
    var generator = Constant(value: value)
    let text = RandomUUID.next(using: &generator)
    #expect(
      text
        == (value == 0 ? "00000000-0000-4000-8000-000000000000" : "ffffffff-ffff-4fff-bfff-ffffffffffff"))
  }
}
