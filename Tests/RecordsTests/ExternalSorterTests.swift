import Records
import TestSupport
import Testing

@Suite struct ExternalSorterTests {
  private static func sorted(_ entries: [(key: [UInt8], payload: [UInt8])], memory: Int) throws -> [[[UInt8]]] {
    var sorter = ExternalSorter(memory: memory)
    for entry in entries { try sorter.add(key: entry.key, payload: entry.payload) }
    try sorter.finish()
    var found: [[[UInt8]]] = []
    while let entry = try sorter.popFirst() { found.append([entry.key, entry.payload]) }
    return found
  }

  @Test(arguments: [1, 50, 400, 5_000, 1 << 20])
  func sortsLikeAStableSortWhateverFitsIntoMemory(memory: Int) throws {
    let seed: UInt64 = 20_240_131
    var random = SeededGenerator(seed: seed)
    let entries = (0..<700).map { index in
      (
        key: (0..<Int.random(in: 0...3, using: &random)).map { _ in UInt8.random(in: 0...3, using: &random) },
        payload: Array("\(index)".utf8)
      )
    }
    let expected = entries.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset : left.element.key.lexicographicallyPrecedes(right.element.key)
    }.map { [$0.element.key, $0.element.payload] }
    let found = try ExternalSorterTests.sorted(entries, memory: memory)
    #expect(found == expected, "seed \(seed)")
  }

  @Test func entriesLongerThanTheBuffersComeBackWhole() throws {
    let long = [UInt8](repeating: 7, count: 700_000)
    let found = try ExternalSorterTests.sorted([(long, [1]), ([1], long), ([], [])], memory: 10)
    #expect(found == [[[], []], [[1], long], [long, [1]]])
  }

  @Test func nothingGivesNothing() throws {
    #expect(try ExternalSorterTests.sorted([], memory: 10).isEmpty)
  }
}
