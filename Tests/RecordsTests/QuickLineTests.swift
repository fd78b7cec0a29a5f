import Findings
import Format
import TestSupport
import Testing
import Values

@testable import Records

@Suite struct QuickLineTests {
  @Test func emptyLinesAreNothingAndTheOthersKeepTheirNumbers() {
    let read = Sample.lines(
      Array("\n{\"id\":\"A\",\"place\":\"110105\"}\r\n\r\n{\"id\":\"B\",\"place\":\"110105\"}".utf8))
    #expect(read.isWhole)
    #expect(read.lines.compactMap { $0.record?.line } == [2, 4])
  }

  @Test func aRefusedLineSaysWhereByLineColumnAndPointer() throws {
    let read = Sample.lines(Array("{\"id\": \"A\", \"place\": \"11\"}\n{\"id\":\"B\",\"place\":\"110105\"}".utf8))
    let finding = try #require(read.lines.first?.findings.first)
    #expect(finding.kind == .badCode)
    #expect(finding.place?.start == Position(line: 1, column: 22))
    #expect(finding.place?.pointer == "/place")
    #expect(read.lines.last?.record?.text("id") == "B")
  }

  @Test func linesOfAnAnswerAreReadQuicklyToo() {
    let line = Array(#"{"table": "sample", "id": "A", "place": "110105"}"#.utf8)
    let values = line.withUnsafeBufferPointer { QuickLine.values(of: $0, Sample.kind.quick) }
    #expect(values?.first == .text("A"))
    let other = Array(#"{"table": "other", "id": "A", "place": "110105"}"#.utf8)
    #expect(RecordReader(Sample.kind).read(other, of: "a", number: 1) == nil)
  }

  @Test func theQuickWayReadsWhatTheGeneralWayReadsWhateverIsDoneToALine() {
    let seed: UInt64 = 20_240_131
    var generator = SeededGenerator(seed: seed)
    let reader = RecordReader(Sample.kind)
    var (quick, records, refused) = (0, 0, 0)
    for round in 0..<6000 {
      var line = Array(SampleLine.make(&generator).utf8)
      for _ in 0..<(round % 4) { SampleLine.damage(&line, &generator) }
      let general = reader.readGenerally(line, of: "a", number: 1)
      if line.withUnsafeBufferPointer({ QuickLine.values(of: $0, Sample.kind.quick) }) != nil { quick += 1 }
      if general?.record == nil { refused += 1 } else { records += 1 }
      let both = (reader.read(line, of: "a", number: 1)?.told, general?.told)
      #expect(both.0 == both.1, "seed \(seed): \(String(decoding: line, as: UTF8.self))")
    }
    // All three ways were gone often enough to say something.
    #expect(quick > 1000)
    #expect(records >= quick)
    #expect(refused > 1000)
  }
}

/// Lines of the sample kind, right ones and damaged ones.
private enum SampleLine {
  private static let values: [(String, [String])] = [
    ("id", [#""A1""#, #""""#, #""结算""#, #""a\"b""#, "7", "null", "true", #""a\u0041""#]),
    ("place", [#""110105""#, #""650000""#, #""11010""#, "110105", #""１10105""#]),
    ("code", [#""310""#, #""A1b2""#, #""""#, "21", #""1234567890123""#]),
    ("day", [#""2024-01-31""#, #""2024-02-30""#, #""2024-01-31 09:00:00""#, #""2024-01-31x""#, #""1899-01-01""#]),
    (
      "amount",
      [
        "0", "12.5", "007", #""12.50""#, #""1.300""#, "-1", "1.", ".5", "1e3", "99999999999999.99", "100000000000000",
        "0.1", #""-0""#, #""1,300""#, "true", "00.5", #""00.5""#, "1.2.3",
      ]
    ),
    ("count", ["0", "12", #""12""#, "1.5", "-3", "010"]),
    ("done", ["true", "false", #""true""#, "1", "null"]),
    ("kind", [#""paid""#, #""open""#, #""已付""#, #""other""#, "1"]),
    ("other", ["1"]),
    ("table", [#""sample""#, #""other""#, "1"]),
    ("编号", [#""A""#]),
  ]

  static func make(_ generator: inout SeededGenerator) -> String {
    var members = [#""id": "A1""#, #""place":"110105""#]
    for (name, choices) in values where Int.random(in: 0..<5, using: &generator) == 0 {
      // Mostly the first, which is right, so that most lines are.
      let isUsual = Int.random(in: 0..<3, using: &generator) > 0
      let value = isUsual ? choices[0] : choices[Int.random(in: 0..<choices.count, using: &generator)]
      if Int.random(in: 0..<8, using: &generator) > 0 { members.removeAll { $0.hasPrefix("\"\(name)\"") } }
      if name != "other" && name != "编号" || Int.random(in: 0..<6, using: &generator) == 0 {
        members.append("\"\(name)\": \(value)")
      }
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// Deletes, doubles or replaces a byte.
  static func damage(_ line: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !line.isEmpty else { return }
    let index = Int.random(in: 0..<line.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: line.remove(at: index)
    case 1: line.insert(line[index], at: index)
    case 2:
      let signs = Array("\"{}:,. \\\t0159-eE[]".utf8) + [0x00, 0x7F, 0x80, 0xE4, 0xFF]
      line[index] = signs[Int.random(in: 0..<signs.count, using: &generator)]
    default: line.swapAt(index, Int.random(in: 0..<line.count, using: &generator))
    }
  }
}
