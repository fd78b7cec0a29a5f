import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

@Suite struct `Findings about characters` {
  @Test func `a file over the limit is not read`() {
    let document = read("a: 12345\n", limits: .init(bytes: 8))
    #expect(document.summary == ["Y0101 1:1"])
    #expect(document.argument("size", of: .fileTooLarge) == "9")
    #expect(document.root == nil)
    #expect(read("a: 12345", limits: .init(bytes: 8)).findings.isEmpty)
  }

  @Test func `each run of bytes that are not UTF-8 has its place`() {
    let document = read(bytes: Array("a: 北".utf8) + [0xFF, 0xC0] + Array("\nb: x".utf8) + [0xE5, 0x8C] + [0x0A])
    #expect(document.summary == ["Y0102 1:5", "Y0102 2:5"])
    #expect(document.root == nil)
  }

  @Test(arguments: [
    ("\u{85}", "U+0085"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"), ("\u{7F}", "U+007F"), ("\u{0}", "U+0000"),
    ("\r", "U+000D"), ("\u{FEFF}", "U+FEFF"),
  ])
  func `an invisible character is reported and the rest is read`(character: String, name: String) {
    let document = read("a: 京\(character)x\nb: 2\n")
    #expect(document.summary == ["Y0104 1:5"])
    #expect(document.argument("character", of: .controlCharacter) == name)
    #expect(document.root?["a"]?.scalar?.text == "京 x")
    #expect(document.root?["b"]?.place.span == "2:4-2:5")
  }

  @Test func `tabs are reported once a line and read as spaces`() {
    let document = read("a:\n\tb:\t1\n\tc: x\ty\n")
    #expect(document.summary == ["Y0105 2:1", "Y0105 3:1"])
    #expect(document.root?["a"]?["c"]?.scalar?.text == "x y")
    #expect(!document.isPartial)
  }

  @Test func `tabs in quoted text, block text and comments are content`() {
    let document = read("a: \"x\ty\"\nb: 'it''s\t'\nc: |\n  x\ty\n\n  \tz\nd: 1 #\tnote\n#\tnote\n")
    #expect(document.findings.isEmpty)
    #expect(document.root?["c"]?.scalar?.text == "x\ty\n\n\tz\n")
    #expect(document.root?["a"]?.scalar?.text == "x\ty")
  }

  @Test func `an apostrophe inside plain text opens no quote`() {
    #expect(read("a: it's\nb:\t1\n").summary == ["Y0105 2:3"])
  }

  @Test func `thousands of tabs end in one last finding`() {
    let document = read(String(repeating: "\ta\n", count: 1000))
    #expect(document.findings.count { $0.kind.code == "Y0105" } == 20)
    #expect(document.findings.count { $0.kind.code == "Y0120" } == 1)
  }

  @Test(arguments: ["", "\n\n", "# note\n", "---\n", "---\n...\n"])
  func `a file without content is empty`(text: String) {
    let document = read(text)
    #expect(document.summary == ["Y0118 1:1"])
    #expect(document.root == nil)
  }
}
