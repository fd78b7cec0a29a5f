import Testing

@testable import Findings

@Suite("Text table")
struct TextTableTests {
  private let columns: [TextTable.Column] = [.init("地区"), .init("基数", .right), .init("note")]

  @Test("Chinese and Latin cells line up, without spaces at line ends")
  func alignment() {
    let table = TextTable(
      columns: columns, rows: [["北京市", "6821", "上限"], ["Tianjin", "12", ""], ["沪"]])
    #expect(
      table.rendered() == """
        地区     基数  note
        ───────────────────
        北京市   6821  上限
        Tianjin    12
        沪

        """)
  }

  @Test("Indentation stands before each line, and a line end in a cell breaks no row")
  func indentation() {
    var table = TextTable(columns: [.init("a"), .init("b")], indentation: 2)
    table.append(["x\ny", "\u{1B}"])
    #expect(table.rendered() == "  a    b\n  ──────\n  x y  ␛\n")
  }

  @Test("A table without rows keeps its header")
  func noRows() {
    #expect(TextTable(columns: [.init("地区")]).rendered() == "地区\n────\n")
    #expect(TextTable(columns: []).rendered() == "")
  }
}
