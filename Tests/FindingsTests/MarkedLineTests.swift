import Testing

@testable import Findings

@Suite("Marked line")
struct MarkedLineTests {
  @Test("A line of just the limit is shown whole")
  func limit() {
    let text = String(repeating: "中", count: 80)
    let line = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 80..<81))
    #expect(line.text == text)
    #expect(line.markOffset == 158)
    #expect(line.markWidth == 2)
  }

  @Test("A long line is cut on both sides of a place in its middle")
  func middle() {
    let text = String(repeating: "a", count: 300) + "中文" + String(repeating: "b", count: 300)
    let line = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 301..<303))
    let before = String(repeating: "a", count: 77)
    let after = String(repeating: "b", count: 77)
    #expect(line.text == "…\(before)中文\(after)…")
    #expect(line.markOffset == 78)
    #expect(line.markWidth == 4)
  }

  @Test("At the beginning and at the end the line is cut on one side")
  func ends() {
    let text = "中" + String(repeating: "a", count: 300) + "文"
    let first = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 1..<2))
    #expect(first.text == "中" + String(repeating: "a", count: 156) + "…")
    #expect(first.markOffset == 0)
    let last = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 302..<303))
    #expect(last.text == "…" + String(repeating: "a", count: 156) + "文")
    #expect(last.markOffset == 157)
    #expect(last.markWidth == 2)
  }

  @Test("A place longer than the window is marked to the window's end")
  func longMark() {
    let text = "x" + String(repeating: "a", count: 500)
    let line = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 2..<502))
    #expect(line.text == "…" + String(repeating: "a", count: 158) + "…")
    #expect(line.markOffset == 1)
    #expect(line.markWidth == 158)
  }

  @Test("In a huge line the place is found, wherever it is")
  func hugeLine() {
    let text = String(repeating: "中", count: 50_000) + "x" + String(repeating: "文", count: 50_000)
    let line = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 50_001..<50_002))
    let (before, after) = (String(repeating: "中", count: 39), String(repeating: "文", count: 39))
    #expect(line.text == "…\(before)x\(after)…")
    #expect(line.markOffset == 79)
    #expect(line.markWidth == 1)
    let end = MarkedLine(quoting: Samples.place(Samples.file(text), 1, 100_001..<100_002))
    #expect(end.text == "…" + String(repeating: "文", count: 79))
    #expect(end.markOffset == 157)
  }

  @Test(
    "The mark always lies in what is shown, and what is shown within the limit",
    arguments: [1, 2, 79, 80, 81, 158, 159, 160, 161, 200, 399, 400, 401])
  func bounds(column: Int) {
    let text = String(repeating: "中a", count: 200)
    let line = MarkedLine(quoting: Samples.place(Samples.file(text), 1, column..<(column + 1)))
    #expect(line.text.displayWidth <= MarkedLine.widthLimit)
    #expect(line.text.displayWidth >= MarkedLine.widthLimit - 5)
    let marked = column > 400 ? 1 : column % 2 == 1 ? 2 : 1
    #expect(line.markWidth == marked)
    let before = line.text.beginning(ofWidth: line.markOffset)
    #expect(before.displayWidth == line.markOffset)
    let expected: Character? = column > 400 ? nil : column % 2 == 1 ? "中" : "a"
    #expect(line.text.dropFirst(before.count).first == expected)
  }
}

extension String {
  /// The signs within the first cells.
  fileprivate func beginning(ofWidth width: Int) -> String {
    var result = ""
    for character in self {
      guard result.displayWidth + character.displayWidth <= width else { break }
      result.append(character)
    }
    return result
  }
}
