import Findings
import Format
import Foundation
import Records
import TestSupport
import Testing
import Values

@Suite struct RecordReaderTests {
  private static let kind = RecordKind(
    Word("sample", "样例"),
    [
      Key("id", "编号", .scalar(.wireText), required: true, meaning: Word("id", "编号")),
      Key("amount", "金额", .scalar(.wireMoney), meaning: Word("amount", "金额")),
      Key("day", "日期", .scalar(.wireDate), meaning: Word("day", "日期")),
      Key("place", "地区", .scalar(.regionCode), meaning: Word("place", "地区")),
      Key("count", "数", .scalar(.integer), meaning: Word("count", "数")),
      Key("is_late", "晚", .scalar(.flag), meaning: Word("late", "晚")),
      Key(
        "type", "类型", .choice(ChoiceShape(Word("type", "类型"), [Word("refund", "退费"), Word("settlement", "结算")])),
        meaning: Word("type", "类型")),
    ])

  private static func read(_ text: String) -> RecordLine? {
    RecordReader(kind).read(Array(text.utf8), of: "sample.ndjson", number: 3)
  }

  /// The values, or the codes of what is wrong.
  private static func outcome(_ line: RecordLine?) -> String {
    switch line {
    case .record(let record): "\(record.values)"
    case .refused(_, _, let findings): findings.map(\.kind.code).joined(separator: " ")
    case nil: "another table"
    }
  }

  @Test func valuesOfAnObjectAreReadByTheirKeys() throws {
    let line =
      #"{"id": "A", "amount": 12.5, "day": "2024-01-31", "place": "110000", "type": "refund", "is_late": true}"#
    guard case .record(let record)? = RecordReaderTests.read(line) else {
      Issue.record("not read")
      return
    }
    #expect(record.text("id") == "A")
    #expect(record.money("amount") == Fen(1250))
    #expect(record.date("day") == CivilDate("2024-01-31"))
    #expect(record.region("place")?.text == "110000")
    #expect(record.text("type") == "refund")
    #expect(record.flag("is_late") == true)
    #expect(record["count"] == nil)
    #expect(record.line == 3)
  }

  @Test(arguments: [
    #"{"amount": 1}"#, #"{"id": "A", "amont": 1}"#, #"{"id": "A", "amount": -1}"#, #"{"id": "A""#,
    #"{"id": "A", "id": "B"}"#, #"{"id": "A", "type": "退费"}"#, "[]", "",
  ])
  func whatIsWrongWithALineIsToldByItsFindings(line: String) {
    guard case .refused(let file, 3, let findings)? = RecordReaderTests.read(line) else {
      Issue.record("taken: \(line)")
      return
    }
    #expect(file == "sample.ndjson")
    #expect(!findings.isEmpty && findings.allSatisfy { $0.kind.severity == .error })
    #expect(findings.first?.place?.start.line ?? 3 >= 3)
  }

  @Test func linesOfOtherTablesAreLeftAlone() {
    #expect(RecordReaderTests.outcome(RecordReaderTests.read(#"{"table": "other", "x": 1}"#)) == "another table")
    let own = RecordReaderTests.outcome(RecordReaderTests.read(#"{"table": "sample", "id": "A"}"#))
    #expect(own == RecordReaderTests.outcome(RecordReaderTests.read(#"{"id": "A"}"#)))
  }

  /// A space before the object, and an escape in it, keep a line from the quick way without changing what it says.
  @Test func quickAndFullReadingAgreeOnEveryLine() {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    let values = [
      "\"A\"", "\"\"", "1", "1.5", "1.555", "01", "-1", "0", "0.10", "\"12.30\"", "true", "null", "\"2024-02-29\"",
      "\"2024-02-30\"", "\"2024-01-01 08:00:00\"", "\"110000\"", "110000", "\"11000\"", "\"refund\"", "\"退费\"",
      "\"中文\"", "[]", "{}", "1e3", "\"a\\n\"", "\"tab\t\"", "9999999999999999999", "",
    ]
    let names = ["id", "amount", "day", "place", "count", "is_late", "type", "more"]
    for _ in 0..<4_000 {
      var members = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        return "\"\(name)\": \(values[Int.random(in: 0..<values.count, using: &random)])"
      }
      members.append(#""id": "Z""#)
      let end = Int.random(in: 0..<40, using: &random) == 0 ? "} x" : "}"
      let quick = "{" + members.joined(separator: ",") + end
      // \u0069 is an i: the same name, written so that only the full reading takes it.
      let full = quick.replacing(#""id": "Z""#, with: #""\u0069d": "Z""#)
      let (one, other) = (RecordReaderTests.read(quick), RecordReaderTests.read(full))
      #expect(RecordReaderTests.outcome(one) == RecordReaderTests.outcome(other), "seed \(seed): \(quick)")
    }
  }

  @Test func rowsOfACSVFileAreReadByTheNamesOfTheirColumns() throws {
    let lines = try RecordReaderTests.lines(
      of: "\u{FEFF}编号,amount,日期,晚,类型\r\nA,12.50,2024-01-31,是,退费\r\n\"B, \"\"b\"\"\",,,,\r\n")
    #expect(lines.count == 2)
    guard case .record(let first)? = lines.first, case .record(let second)? = lines.last else {
      Issue.record("not read")
      return
    }
    #expect(first.money("amount") == Fen(1250))
    #expect(first.flag("is_late") == true)
    #expect(first.text("type") == "refund")
    #expect(second.text("id") == "B, \"b\"")
    #expect(second["amount"] == nil)
    #expect(second.line == 3)
  }

  @Test(arguments: [
    ("id,amont\nA,1\n", "R0105", 1, 4), ("id,编号\nA,B\n", "R0106", 1, 4), ("amount\n1\n", "R0107", 1, 1),
    ("id,amount\nA\n", "R0108", 2, 1), ("id\n\"A\n", "R0109", 2, 1), ("id\nA\"B\n", "R0109", 2, 1),
    ("id,amount\n,1\n", "R0110", 2, 1), ("id,amount\nA,1.234\n", "R0111", 2, 3),
  ])
  func whatIsWrongWithARowIsToldWithItsPlace(text: String, code: String, line: Int, column: Int) throws {
    guard case .refused(_, line, let findings)? = try RecordReaderTests.lines(of: text).first else {
      Issue.record("taken: \(text)")
      return
    }
    #expect(findings.map(\.kind.code) == [code])
    #expect(findings.first?.place?.start.column == column)
  }

  /// Under columns that are not known nothing is read, and the source counts as one that cannot be.
  private static func lines(of text: String) throws -> [RecordLine] {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var lines: [RecordLine] = []
    let isRead = RecordReader(kind).forEach(of: .file(path)) { lines.append($0) }
    var isHeaderWrong = false
    if case .refused(_, 1, _)? = lines.first { isHeaderWrong = true }
    #expect(isRead == !isHeaderWrong)
    return lines
  }

  @Test func aFileThatIsNotThereIsNotRead() {
    var count = 0
    #expect(!RecordReader(RecordReaderTests.kind).forEach(of: .file("/nowhere/x.ndjson")) { _ in count += 1 })
    #expect(count == 0)
  }
}
