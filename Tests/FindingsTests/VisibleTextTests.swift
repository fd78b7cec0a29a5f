import Testing

@testable import Findings

@Suite("Visible text")
struct VisibleTextTests {
  @Test("Controls cannot reach the terminal, and each scalar stays one scalar")
  func controls() {
    let hostile = "a\tb\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{FEFF}\r\n中"
    let shown = hostile.withVisibleControls
    #expect(shown == "a b␛[31m␡\u{FFFD}\u{FFFD}\u{FFFD}␍␊中")
    #expect(shown.unicodeScalars.count == hostile.unicodeScalars.count)
  }

  @Test("On one line, line ends become spaces")
  func oneLine() {
    #expect("一\n二\r\n三\u{7}".onOneLine == "一 二 三␇")
  }
}
