import TestSupport
import Testing
import Values

@testable import Impact

@Suite("sums and counts that go to temporary files")
struct SpillingTests {
  @Test("records come back as they were, also such as are longer than what is read at once")
  func records() throws {
    var generator = SeededGenerator(seed: 1)
    let records = [0, 1, 70_000, 5, 0, 200_000, 3].map { count in
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
    let file = try RecordFile()
    for record in records { try file.append(record) }
    for _ in 1...2 {
      var read: [[UInt8]] = []
      try file.forEach { read.append($0) }
      #expect(read == records)
    }
  }

  @Test("persons are counted by the sign of their sum, whatever fits into memory", arguments: [100, 1000, 1 << 20])
  func persons(limit: Int) throws {
    var generator = SeededGenerator(seed: 2)
    var sums = PersonSums(limit: limit)
    var expected: [String: Int128] = [:]
    for _ in 1...3000 {
      let person = "人\(Int.random(in: 1...500, using: &generator))"
      let change = Int128(Int.random(in: -2...2, using: &generator))
      try sums.add(change, of: person)
      expected[person, default: 0] += change
    }
    let counts = try sums.finish()
    #expect(counts.gaining == expected.values.count { $0 > 0 })
    #expect(counts.losing == expected.values.count { $0 < 0 })
    #expect(counts.same == expected.values.count { $0 == 0 })
  }

  @Test("sums beyond 64 bits are kept")
  func largeSums() throws {
    var sums = PersonSums(limit: 1)
    for _ in 1...4 {
      try sums.add(Int128(Int64.max), of: "P1")
      try sums.add(-Int128(Int64.max), of: "P2")
    }
    let counts = try sums.finish()
    #expect(counts.gaining == 1 && counts.losing == 1 && counts.same == 0)
  }

  @Test("quantiles are those of the sorted changes, nearest rank", arguments: [1, 7, 100_000])
  func quantiles(limit: Int) throws {
    var generator = SeededGenerator(seed: 3)
    for count in [1, 2, 3, 19, 20, 21, 1000] {
      var counts = ChangeCounts(limit: limit)
      var changes: [Int128] = []
      for _ in 1...count {
        let isLarge = Int.random(in: 0..<10, using: &generator) == 0
        let change = Int128(
          Int.random(in: isLarge ? -9_999_999_999_999_999...9_999_999_999_999_999 : -500...500, using: &generator))
        changes.append(change)
        try counts.add(change)
      }
      let distribution = try counts.finish()
      let sorted = changes.filter { $0 != 0 }.sorted()
      #expect(distribution.quantiles.isEmpty == sorted.isEmpty)
      for quantile in distribution.quantiles {
        let rank = max(1, (sorted.count * quantile.percent + 99) / 100)
        #expect(quantile.change == sorted[rank - 1], "\(quantile.percent)% of \(count)")
      }
      for bin in distribution.bins {
        let expected = changes.count { $0 >= bin.from ?? .min && $0 <= bin.through ?? .max }
        #expect(bin.claims == expected)
      }
      #expect(distribution.bins.reduce(0) { $0 + $1.claims } == count)
    }
  }

  @Test("the bins touch each other, and a whole ten yuan belongs to the smaller change")
  func bins() throws {
    let bins = try ChangeCounts(limit: 1).finish().bins
    for (bin, next) in zip(bins, bins.dropFirst()) { #expect(bin.through.map { $0 + 1 } == next.from) }
    #expect(bins.first?.from == nil && bins.last?.through == nil)
    #expect(bins.contains { $0.from == 0 && $0.through == 0 })
    #expect(bins.contains { $0.from == 1 && $0.through == 1000 })
    #expect(bins.contains { $0.from == -1000 && $0.through == -1 })
  }

  @Test("lines come in portions that hold all lines of a person in their order", arguments: [1, 400, 1 << 20])
  func portions(limit: Int) throws {
    var generator = SeededGenerator(seed: 4)
    var lines = PersonLines(limit: limit)
    for number in 1...500 {
      let person = "P\(Int.random(in: 1...40, using: &generator))"
      let bytes = Array("\(person) \(String(repeating: "x", count: number % 50))".utf8)
      try lines.add(PersonLines.Item(person: person, line: ClaimLine(number: number, bytes: bytes)))
    }
    var seen: Set<String> = []
    var numbers: Set<Int> = []
    var portions = 0
    try lines.finish { portion in
      portions += 1
      var last: [String: Int] = [:]
      for item in portion {
        #expect(last[item.person] ?? 0 < item.line.number)
        #expect(String(decoding: item.line.bytes, as: UTF8.self).hasPrefix("\(item.person) "))
        last[item.person] = item.line.number
        numbers.insert(item.line.number)
      }
      #expect(seen.isDisjoint(with: last.keys))
      seen.formUnion(last.keys)
    }
    #expect(numbers.count == 500)
    #expect(limit > 1 ? portions >= 1 : portions == 40)
  }

  @Test("the largest changes come first, of equal ones the earlier line")
  func top() {
    var top = TopChanges(limit: 3)
    for (index, change) in [5, -7, 0, 7, 5, -9].enumerated() {
      top.add(SpillingTests.impact(line: index + 1, change: change))
    }
    #expect(top.impacts.map(\.number) == [6, 2, 4])
  }

  @Test("sums are written as yuan, also beyond 64 bits")
  func yuan() {
    #expect(YuanText.plain(0) == "0.00" && YuanText.plain(-5) == "-0.05" && YuanText.plain(130_000) == "1300.00")
    #expect(YuanText.grouped(-123_456_789) == "-1,234,567.89" && YuanText.grouped(99_999) == "999.99")
    #expect(YuanText.change(100_000) == "+1,000.00" && YuanText.change(0) == "0.00")
    #expect(YuanText.plain(Int128(Int64.max) * 100) == "9223372036854775807.00")
  }

  private static func impact(line: Int, change: Int) -> ClaimImpact {
    func side(_ fen: Int) -> SideResult {
      let name = TitledName(id: "x", title: "x")
      return .settled(SideSettlement(amounts: Amounts(pooled: Int128(fen)), region: name, standing: name, plan: name))
    }
    return ClaimImpact(number: line, id: nil, person: nil, before: side(0), after: side(change))
  }
}
