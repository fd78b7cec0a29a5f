import Testing

@testable import Findings

@Suite("Text renderer")
struct TextRendererTests {
  private let chinese = TextRenderer(language: .chinese)
  private let english = TextRenderer(language: .english)

  @Test("A finding with a related place in the same file, in Chinese")
  func relatedChinese() {
    #expect(
      chinese.render(Samples.duplicateKey()) == """
        错误[Y0106]: 键“region”在同一处写了两次
          --> policies/x.yaml:3:1
           |
         2 | region: "110000"
           | ------ 前一处
         3 | region: "120000"
           | ^^^^^^
           = 改法: 只留一个

        """)
  }

  @Test("The same in English")
  func relatedEnglish() {
    #expect(
      english.render(Samples.duplicateKey()) == """
        error[Y0106]: key `region` is written twice in one mapping
          --> policies/x.yaml:3:1
           |
         2 | region: "110000"
           | ------ first here
         3 | region: "120000"
           | ^^^^^^
           = help: keep one of them

        """)
  }

  @Test("Carets under Chinese are two cells wide and stand after Chinese")
  func chineseCarets() {
    let file = Samples.file("名称: 北京市e\u{301}区 # 首都\n")
    #expect(
      chinese.render(Samples.wrongValue(at: Samples.place(file, 1, 5..<11))) == """
        错误[T0001]: 值“甲”不对
          --> policies/x.yaml:1:5
           |
         1 | 名称: 北京市e\u{301}区 # 首都
           |       ^^^^^^^^^
           = 改法: 改成 乙

        """)
  }

  @Test("A place that begins or ends within a sign marks the whole sign")
  func withinSign() {
    let file = Samples.file("ae\u{301}b👨‍👩‍👧c")
    #expect(marks(file, 3..<4) == " ^")
    #expect(marks(file, 5..<6) == "   ^^")
    #expect(marks(file, 10..<11) == "     ^")
  }

  @Test("An empty place, one past the line end and one in an empty file still get a caret")
  func emptyPlaces() {
    #expect(marks(Samples.file("ab"), 2..<2) == " ^")
    #expect(marks(Samples.file("中"), 2..<3) == "  ^")
    #expect(marks(Samples.file("中"), 90..<95) == "  ^")
    #expect(marks(Samples.file(""), 1..<2) == "^")
    #expect(chinese.render(Samples.wrongValue(at: Samples.place(Samples.file(""), 1, 1..<2))).contains(" 1 |\n"))
  }

  @Test("A place of several lines is underlined to the end of its first line")
  func severalLines() {
    let file = Samples.file("a: [中,\n  2]\n")
    let place = Place(file: file, start: Position(line: 1, column: 4), end: Position(line: 2, column: 5))
    #expect(lines(Samples.wrongValue(at: place))[3...4] == [" 1 | a: [中,", "   |    ^^^^"])
  }

  @Test("A tab is one space and a control character cannot steer the terminal")
  func tabsAndControls() {
    let file = Samples.file("a:\t\u{1B}[2Jx")
    let shown = lines(Samples.wrongValue(at: Samples.place(file, 1, 8..<9), value: "\u{1B}]0;\nx"))
    #expect(shown[0] == "错误[T0001]: 值“␛]0; x”不对")
    #expect(shown[3...4] == [" 1 | a: ␛[2Jx", "   |        ^"])
  }

  @Test("Distant lines are separated, and numbers of different length line up")
  func distantLines() {
    let file = Samples.file((1...12).map { "k\($0): v" }.joined(separator: "\n"))
    let finding = Samples.wrongValue(at: Samples.place(file, 2, 1..<3), related: Samples.place(file, 12, 1..<4))
    #expect(
      english.render(finding) == """
        error[T0001]: value `甲` is wrong
           --> policies/x.yaml:2:1
            |
          2 | k2: v
            | ^^
        ...
         12 | k12: v
            | --- first here
            = help: write 乙

        """)
  }

  @Test("Two places in one line show the line once")
  func sameLine() {
    let file = Samples.file("{甲: 1, 甲: 2}")
    let finding = Samples.wrongValue(at: Samples.place(file, 1, 8..<9), related: Samples.place(file, 1, 2..<3))
    #expect(lines(finding)[3...] == [" 1 | {甲: 1, 甲: 2}", "   |  -- 前一处", "   |         ^^", "   = 改法: 改成 乙"])
  }

  @Test("A related place in another file gets its own block")
  func otherFile() {
    let first = Samples.file("a: 1\n")
    let other = Samples.file("b: 2\n", path: "other.json")
    let finding = Samples.wrongValue(
      at: Samples.place(first, 1, 1..<2), related: Samples.place(other, 1, 4..<5, pointer: "/b"))
    #expect(
      chinese.render(finding) == """
        错误[T0001]: 值“甲”不对
          --> policies/x.yaml:1:1
           |
         1 | a: 1
           | ^
          ::: other.json:1:4 (/b)
           |
         1 | b: 2
           |    - 前一处
           = 改法: 改成 乙

        """)
  }

  @Test("A JSON pointer stands after the column; that of the whole document says nothing")
  func pointer() {
    let file = Samples.file("[1]", path: "-")
    #expect(lines(Samples.wrongValue(at: Samples.place(file, 1, 2..<3, pointer: "/0")))[1] == "  --> -:1:2 (/0)")
    #expect(lines(Samples.wrongValue(at: Samples.place(file, 1, 1..<4, pointer: "")))[1] == "  --> -:1:1")
  }

  @Test("Without a place there is no frame; further help lines are indented")
  func noPlace() {
    #expect(
      english.render(Finding(Samples.warningKind, at: nil)) == """
        warning[T0002]: superfluous
           = help: delete it
                   or rewrite it

        """)
    #expect(
      chinese.render(Finding(Samples.warningKind, at: nil)) == """
        警告[T0002]: 多余
           = 改法: 删去
                   或改写

        """)
  }

  @Test("Findings are separated by an empty line")
  func several() {
    let finding = Finding(Samples.warningKind, at: nil)
    #expect(english.render([finding, finding]) == english.render(finding) + "\n" + english.render(finding))
    #expect(english.render([]) == "")
  }

  @Test("Colour adds nothing but codes")
  func color() {
    let colored = TextRenderer(language: .chinese, color: true).render(Samples.duplicateKey())
    #expect(colored.hasPrefix("\u{1B}[1;31m错误[Y0106]\u{1B}[0m\u{1B}[1m: 键“region”在同一处写了两次\u{1B}[0m\n"))
    #expect(colored.contains("\u{1B}[1;34m   |\u{1B}[0m \u{1B}[1;31m^^^^^^\u{1B}[0m\n"))
    #expect(colored.contains("\u{1B}[1;34m------ 前一处\u{1B}[0m\n"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == chinese.render(Samples.duplicateKey()))
    let warning = TextRenderer(language: .english, color: true).render(Finding(Samples.warningKind, at: nil))
    #expect(warning.hasPrefix("\u{1B}[1;33mwarning[T0002]\u{1B}[0m"))
  }

  private func lines(_ finding: Finding) -> [String] {
    chinese.render(finding).split(separator: "\n").map(String.init)
  }

  /// What stands under the first line of a file for a place in it.
  private func marks(_ file: SourceFile, _ columns: Range<Int>) -> String {
    String(lines(Samples.wrongValue(at: Samples.place(file, 1, columns)))[4].dropFirst("   | ".count))
  }
}
