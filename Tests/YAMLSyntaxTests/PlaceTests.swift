import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

@Suite struct `Places in a tree` {
  @Test func `columns count characters, not bytes`() throws {
    let root = try #require(read("标题: 北京医保\nrate: 0.85 # 比例\n").root)
    let title = try #require(root.entries?.first)
    #expect(title.key.place.span == "1:1-1:3")
    #expect(title.value.place.span == "1:5-1:9")
    #expect(root["rate"]?.place.span == "2:7-2:11")
    #expect(root["rate"]?.scalar == Scalar("0.85", .plain))
  }

  @Test func `a block collection ends after its last entry`() throws {
    let root = try #require(read("a:\n  b: 1\n  c:\n  - x\n  - 北京\n\n\nd: 2\n").root)
    #expect(root["a"]?.place.span == "2:3-5:7")
    #expect(root["a"]?["c"]?.place.span == "4:3-5:7")
    #expect(root.place.span == "1:1-8:5")
  }

  @Test func `a bracketed collection includes its brackets`() throws {
    let root = try #require(read("a: {x: 1, y: [2, 3]}\n").root)
    #expect(root["a"]?.place.span == "1:4-1:21")
    #expect(root["a"]?["y"]?.place.span == "1:14-1:20")
  }

  @Test func `block text ends on its own last line`() throws {
    let root = try #require(read("a: |\n  一\n  二三\n\nb: 1\n").root)
    #expect(root["a"]?.place.span == "1:4-3:5")
    #expect(root["a"]?.scalar == Scalar("一\n二三\n", .block))
  }

  @Test func `an anchor is no part of the text it names`() throws {
    let root = try #require(read("a: &x 85%\nb: *x\n").root)
    #expect(root["a"]?.place.span == "1:7-1:10")
    #expect(root["b"]?.place.span == "2:4-2:6")
    #expect(root["b"]?.scalar?.text == "85%")
  }

  @Test func `a byte-order mark shifts no column`() throws {
    let document = read("\u{FEFF}a: 1\n")
    #expect(document.root?["a"]?.place.span == "1:4-1:5")
    #expect(document.summary == ["Y0103 1:1"])
  }

  @Test func `the style of a text is kept`() throws {
    let root = try #require(read("a: '1'\nb: \"1\"\nc: 1\nd: >\n  1\n").root)
    let styles = root.entries?.compactMap { $0.value.scalar?.style }
    #expect(styles == [.singleQuoted, .doubleQuoted, .plain, .block])
    #expect(root["a"]?.place.span == "1:4-1:7")
  }

  @Test func `windows line ends change no place`() throws {
    let document = read("a: 1\r\nb:\r\n  c: 北\r\n")
    #expect(document.findings.isEmpty)
    #expect(document.root?["b"]?["c"]?.place.span == "3:6-3:7")
  }
}
