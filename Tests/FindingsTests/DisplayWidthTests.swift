import Testing

@testable import Findings

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Each sign takes the cells a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("北京", 4), ("：，（）", 8), ("“”…—", 4), ("Ａ１", 4), ("ｱ", 1), ("가", 2), ("𠮷", 2),
      ("e\u{301}", 1), ("\u{301}", 0), ("\u{200B}", 0), ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("❤", 1),
      ("❤\u{FE0F}", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("a中b", 4), ("①é─", 3), ("　", 2), ("々〇", 4),
    ])
  func width(text: String, expected: Int) {
    #expect(text.displayWidth == expected)
  }

  @Test("Padding fills up to the width on either side")
  func padding() {
    #expect("北京".padded(toWidth: 6) == "北京  ")
    #expect("北京".padded(toWidth: 6, .right) == "  北京")
    #expect("北京".padded(toWidth: 3) == "北京")
  }

  @Test(
    "Cut text keeps within the width and never halves a sign",
    arguments: [
      ("北京市", 6, "北京市"), ("北京市", 5, "北京…"), ("北京市", 4, "北…"), ("北京市", 1, "…"), ("北京市", 0, ""),
      ("abcdef", 4, "abc…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func truncation(text: String, width: Int, expected: String) {
    #expect(text.truncated(toWidth: width) == expected)
  }
}
