import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

@Suite struct `Going on after a syntax error` {
  @Test func `two errors in one file are both reported`() {
    let document = read("a: [1, 2\nb: 1\nc: d: e\nf: 6\ng: 'x' y\nh: 7\n")
    let lines = document.findings.filter { $0.kind.code == "Y0113" }.compactMap { $0.place?.start.line }
    #expect(lines.sorted() == [1, 3, 5])
    #expect(document.isPartial)
    #expect(document.root?["f"]?.place.span == "4:4-4:5")
    #expect(document.root?["h"] != nil)
  }

  @Test func `an unclosed quote is reported where it opens`() {
    let document = read("a: 1\nb: \"x\nc: 2\n\nd: 3\n")
    #expect(document.summary == ["Y0113 2:4"])
    #expect(document.root?["c"] != nil)
    #expect(document.root?["d"] != nil)
  }

  @Test func `an unclosed quote that a later quote closes is reported where it opens`() {
    let document = read("a: 1\nb: \"x\nc: \"y\"\nd: \"z\"\n")
    #expect(document.summary == ["Y0113 2:4"])
    #expect(document.root?["d"]?.scalar?.text == "z")
  }

  @Test func `a line without colon is reported on its own line`() {
    #expect(read("base:\n  a: 1\n  cap 5000\n  x: 1\ny: 2\n").summary == ["Y0113 3:3"])
  }

  @Test func `a wrong indentation is reported on its line`() {
    let document = read("a:\n    b: 1\n  c: 2\nd: 3\n")
    #expect(document.summary == ["Y0113 3:3"])
    #expect(document.argument("problem", of: .yamlSyntax)?.contains("expected") == true)
    #expect(document.root?["d"] != nil)
  }

  @Test func `findings before an error are reported once`() {
    let document = read("a: !x 1\nb: c: d\ne: !y 2\na: 3\n")
    #expect(
      document.summary == ["Y0112 1:4", "Y0112 3:4", "Y0106 4:1", "Y0113 2:5"].sorted { $0.suffix(3) < $1.suffix(3) })
  }

  @Test func `an anchor lost with a bad block is not missed`() {
    #expect(read("a: &x [1\nb: 1\nc: *x\n").findings.contains { $0.kind.code == "Y0110" } == false)
  }

  @Test func `a list at the top loses only the bad item`() {
    let document = read("- a: 1\n- b: c: d\n- e: 2\n")
    #expect(document.summary == ["Y0113 2:7"])
    #expect(document.root?.items?.count == 2)
  }

  @Test func `too many errors end the reading`() {
    let document = read(String(repeating: "k: a: b\n", count: 50), limits: .init(syntaxErrors: 5))
    #expect(document.findings.count { $0.kind.code == "Y0113" } == 5)
    #expect(document.findings.count { $0.kind.code == "Y0120" } == 1)
    #expect(document.root == nil)
  }

  @Test func `exactly as many errors as the limit leave a tree`() {
    let document = read(String(repeating: "k: a: b\n", count: 5) + "z: 1\n", limits: .init(syntaxErrors: 5))
    #expect(document.findings.count == 5)
    #expect(document.root?["z"] != nil)
  }
}
