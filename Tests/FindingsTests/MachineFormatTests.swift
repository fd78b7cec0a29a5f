import Testing

@testable import Findings

@Suite("Formats for other programs")
struct MachineFormatTests {
  @Test("Concise: one line each")
  func concise() {
    let warning = Finding(Samples.warningKind, at: nil)
    #expect(
      ConciseRenderer(language: .english).render([Samples.duplicateKey(), warning]) == """
        policies/x.yaml:3:1: error[Y0106] key `region` is written twice in one mapping
        warning[T0002] superfluous

        """)
    let multiline = Samples.wrongValue(at: nil, value: "一\n二")
    #expect(ConciseRenderer(language: .chinese).render([multiline]) == "错误[T0001] 值“一 二”不对\n")
  }

  @Test("JSON strings escape what JSON and terminals need escaped")
  func jsonString() {
    #expect(
      JSONText.string("\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}\u{2028}中😀")
        == #""\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028中😀""#)
    #expect(JSONText.string("\r\n") == #""\r\n""#)
    #expect(JSONText.string("\"\u{301}") == "\"\\\"\u{301}\"")
  }

  @Test("JSON: all members in a fixed order")
  func json() {
    let file = Samples.file("[\n1]", path: "事实.json")
    let place = Place(
      file: file, start: Position(line: 1, column: 1), end: Position(line: 2, column: 3), pointer: "/a\"b")
    let findings = [
      Samples.wrongValue(at: place, related: Samples.place(file, 2, 1..<2)), Finding(Samples.warningKind, at: nil),
    ]
    let first =
      #"{"code": "T0001", "severity": "error", "message": "值“甲”不对", "help": "改成 乙", "file": "事实.json", "#
      + #""line": 1, "column": 1, "end_line": 2, "end_column": 3, "pointer": "/a\"b", "#
      + #""related": {"file": "事实.json", "line": 2, "column": 1}}"#
    let second =
      #"{"code": "T0002", "severity": "warning", "message": "多余", "help": "删去\n或改写", "file": null, "#
      + #""line": null, "column": null, "end_line": null, "end_column": null}"#
    #expect(JSONRenderer(language: .chinese).render(findings) == "[\n  \(first),\n  \(second)\n]\n")
  }

  @Test("GitHub: a workflow command each, with the last column counted in")
  func github() {
    #expect(
      GitHubRenderer(language: .chinese).render([Samples.duplicateKey(), Finding(Samples.warningKind, at: nil)]) == """
        ::error file=policies/x.yaml,line=3,col=1,endColumn=6,title=Y0106::键“region”在同一处写了两次
        ::warning title=T0002::多余

        """)
  }

  @Test("GitHub: percent and line ends are escaped, in properties also colon and comma")
  func githubEscapes() {
    let file = Samples.file("x", path: "C:\\a,b%\r\n.yaml")
    let finding = Samples.wrongValue(at: Samples.place(file, 1, 1..<1), value: "1%,:\r\n::error::x")
    #expect(
      GitHubRenderer(language: .english).render([finding])
        == "::error file=C%3A\\a%2Cb%25%0D%0A.yaml,line=1,col=1,endColumn=1,title=T0001::"
        + "value `1%25,:%0D%0A::error::x` is wrong\n")
  }

  @Test("GitHub: a place of several lines has no columns")
  func githubLines() {
    let file = Samples.file("a\nb\n")
    let place = Place(file: file, start: Position(line: 1, column: 1), end: Position(line: 2, column: 2))
    #expect(
      GitHubRenderer(language: .chinese).render([Samples.wrongValue(at: place)])
        == "::error file=policies/x.yaml,line=1,endLine=2,title=T0001::值“甲”不对\n")
  }
}
