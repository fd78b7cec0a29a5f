import Findings
import Records
import TestSupport
import Testing
import Values

@Suite struct CSVRowTests {
  private func read(_ text: String) -> (lines: [RecordLine], isWhole: Bool) {
    Sample.lines(Array(text.utf8), name: "样本.CSV")
  }

  @Test func aFieldInQuotesHoldsCommasDoubledQuotesAndLineEnds() {
    let read = read("id,place\n\"a,b\",110105\r\n\"a \"\"b\"\"\",110105\n\"a\nb\",110105\nlast,110105\n")
    #expect(read.lines.compactMap { $0.record?.text("id") } == ["a,b", "a \"b\"", "a\nb", "last"])
    #expect(read.lines.compactMap { $0.record?.line } == [2, 3, 4, 6])
  }

  @Test func aStrayQuoteCostsItsOwnRowOnlyEvenWhenItSeemsToOpenALongField() {
    let rows = (1...200).map { "R\($0),110105\n" }.joined()
    let read = read("id,place\n\"A,110105\n" + rows)
    #expect(read.isWhole)
    #expect(read.lines.first?.findings.map(\.kind) == [.csvQuotes])
    #expect(read.lines.compactMap { $0.record?.text("id") } == (1...200).map { "R\($0)" })
    #expect(read.lines.last?.record?.line == 202)
  }

  @Test func twoStrayQuotesCostTheirOwnRowsOnly() {
    let read = read("id,place\n\"A,110105\nB,110105\n\"C,110105\nD,110105\n")
    #expect(read.lines.compactMap { $0.record?.text("id") } == ["B", "D"])
    #expect(read.lines.filter { $0.record == nil }.map(\.number) == [2, 4])
  }

  @Test func emptyLinesAreNothing() {
    let read = read("id,place\n\nA,110105\n\n")
    #expect(read.lines.map { $0.record?.text("id") } == ["A"])
  }

  @Test func underColumnsThatAreNotKnownNothingIsRead() {
    for text in ["", "id,plaec,place\nA,1,110105\n", "id\nA\n", "id,place,place\nA,110105,110105\n"] {
      let read = read(text)
      #expect(!read.isWhole, "\(text)")
      #expect(read.lines.count == 1, "\(text)")
      #expect(read.lines.first?.findings.first?.place?.start.line == 1, "\(text)")
    }
  }

  @Test func textInAnotherEncodingIsRefusedAndTheNextRowIsRead() {
    let bytes = Array("id,place\n".utf8) + [0xBC, 0xD7] + Array(",110105\nB,110105\n".utf8)
    let read = Sample.lines(bytes, name: "a.csv")
    #expect(read.lines.first?.findings.map(\.kind) == [.csvQuotes])
    #expect(read.lines.last?.record?.text("id") == "B")
  }

  @Test func aWrongValueIsToldWithItsLineAndItsColumnInCharacters() throws {
    let finding = try #require(read("id,place,amount\n甲乙,110105,1.234\n").lines.first?.findings.first)
    #expect(finding.kind == .csvValue)
    #expect(finding.place?.start == Position(line: 2, column: 11))
  }

  /// The rows of one table as CSV and as JSON say the same, whatever the values.
  @Test func rowsAndLinesOfTheSameValuesReadTheSame() {
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    let texts: [[String]] = [
      ["A", "a,b", "引\"号", "两\n行"], ["110105", "650000"], ["310", "A1", ""], ["2024-01-31", "2024-02-29 10:00:00", ""],
      ["0", "12.5", "99999999999999.99", ""],
    ]
    let names = ["id", "place", "code", "day", "amount"]
    for _ in 0..<500 {
      let values = texts.map { $0[Int.random(in: 0..<$0.count, using: &random)] }
      let row = values.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      let members = zip(names, values).filter { !$0.1.isEmpty }.map { name, value in
        "\"\(name)\": \"\(value.replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
      }
      let csv = read(names.joined(separator: ",") + "\n" + row + "\n").lines.first?.record
      let json = Sample.lines(Array("{\(members.joined(separator: ", "))}".utf8)).lines.first?.record
      #expect(csv?.values == json?.values, "seed \(seed): \(row)")
      #expect(json != nil, "seed \(seed): \(members)")
    }
  }
}
