import Testing

@testable import Findings

@Suite("Finding page")
struct FindingPageTests {
  @Test("The Markdown page has both languages")
  func markdown() {
    #expect(
      FindingPage.page(for: .duplicateKey) == """
        # Y0106 错误 / error

        ## 中文

        键“‹key›”在同一处写了两次

        ### 为什么

        多数 YAML 程序会悄悄只用后一个，前一个的数值就丢了

        ### 改法

        只留一个

        ## English

        key `‹key›` is written twice in one mapping

        ### Why

        most YAML readers silently use the last one, and the first value is lost

        ### What to write

        keep one of them

        """)
  }

  @Test("Signs with a meaning in Markdown are escaped, but not in code")
  func escapes() {
    let kind = FindingKind(
      "T0003", .warning, zh: .init("用 * 和 <b> {a}_{b}", help: "[x]", why: "单个 ` 号"),
      en: .init("use `a_*` or a_*", help: "#", why: "{"))
    let page = FindingPage.page(for: kind)
    #expect(page.hasPrefix("# T0003 警告 / warning\n\n## 中文\n\n用 \\* 和 \\<b> ‹a›\\_‹b›\n\n"))
    #expect(page.contains("\n单个 \\` 号\n\n### 改法\n\n\\[x]\n"))
    #expect(page.hasSuffix("\nuse `a_*` or a\\_\\*\n\n### Why\n\n{\n\n### What to write\n\n\\#\n"))
  }

  @Test("The plain page in either language")
  func terminal() {
    #expect(
      FindingPage.terminalPage(for: Samples.kind, language: .chinese) == """
        错误[T0001]: 值“‹value›”不对

        为什么: 错的值会算错
        改法: 改成 ‹wanted›

        """)
    #expect(
      FindingPage.terminalPage(for: Samples.warningKind, language: .english) == """
        warning[T0002]: superfluous

        Why: it has no use
        What to write: delete it
        or rewrite it

        """)
  }
}
