import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

@Suite struct `Hints about colons and commas` {
  @Test func `a key without space in braces is read as what was meant`() {
    let document = read("x: {a:85%, b: 1}\n")
    #expect(document.summary == ["Y0115 1:5"])
    #expect(document.argument("text", of: .missingSpace) == "a:85%")
    #expect(document.argument("corrected", of: .missingSpace) == "a: 85%")
    #expect(document.root?["x"]?["a"]?.scalar?.text == "85%")
    #expect(document.root?["x"]?["a"]?.place.span == "1:7-1:10")
    #expect(document.root?["x"]?["b"]?.scalar?.text == "1")
    #expect(!document.isPartial)
  }

  @Test func `a full-width colon in braces is read as what was meant`() {
    let document = read("x: {比例：85%, 额：2}\n")
    #expect(document.summary == ["Y0114 1:5"])
    #expect(document.argument("corrected", of: .fullWidthPunctuation) == "x: {比例: 85%, 额: 2}")
    #expect(document.root?["x"]?["比例"]?.place.span == "1:8-1:11")
    #expect(document.root?["x"]?["额"]?.scalar?.text == "2")
  }

  @Test func `a line without space after its colon is shown corrected`() {
    let document = read("title: x\ncap:5000\nregion: y\n")
    #expect(document.summary == ["Y0115 2:1"])
    #expect(document.argument("corrected", of: .missingSpace) == "cap: 5000")
    #expect(document.root?["title"] != nil)
    #expect(document.root?["region"] != nil)
    #expect(document.isPartial)
  }

  @Test func `a full-width colon after a key is shown corrected`() {
    let document = read("title：北京\nregion: y\n")
    #expect(document.summary == ["Y0114 1:6"])
    #expect(document.argument("character", of: .fullWidthPunctuation) == "：")
    #expect(document.argument("corrected", of: .fullWidthPunctuation) == "title: 北京")
    #expect(document.root?["region"]?.scalar?.text == "y")
  }

  @Test func `full-width colons on all lines are all reported`() {
    let document = read("title：北京\nregion：海淀\n")
    #expect(document.summary == ["Y0114 1:6", "Y0114 2:7"])
    #expect(document.root == nil)
  }

  @Test func `entries taken for the text of a key are found`() {
    let document = read("base:\n  title：北京\n  cap:5000\nb: 1\n")
    #expect(document.summary == ["Y0114 2:8", "Y0115 3:3"])
    #expect(document.root?["base"] == nil)
    #expect(document.root?["b"] != nil)
  }

  @Test func `an entry taken for the second line of a text is found`() {
    #expect(read("a:\n  title: x\n    cap:5000\n").summary == ["Y0115 3:5"])
    #expect(read("base:\n  cap:5000\n").summary == ["Y0115 2:3"])
  }

  @Test func `a full-width colon inside a key is found`() {
    let document = read("标题：北京: x\nb: 1\n")
    #expect(document.findings.map(\.kind.code) == ["Y0114"])
    #expect(document.root?.entries?.count == 1)
  }

  @Test func `a full-width comma between entries is found`() {
    let document = read("x: {a: 1，b: 2}\ny: 3\n")
    #expect(document.summary == ["Y0114 1:9"])
    #expect(document.argument("character", of: .fullWidthPunctuation) == "，")
    #expect(document.argument("corrected", of: .fullWidthPunctuation) == "x: {a: 1, b: 2}")
    #expect(document.root?["y"] != nil)
  }

  @Test(arguments: [
    "a: 北京：海淀，朝阳\n", "a: \"北京：海淀，\n  朝阳\"\n", "a: |\n  标题：北京\n  cap:5000\n", "a: 1 # 标题：x，cap:5\n",
    "a: 12:30\n", "a: http://x.cn/a:b\n", "- 北京：海淀\n- a\n", "a: >\n  x:y\nb: 2\n", "a: [北京：海淀, 'x:y']\n",
    "a: 长文字\n  第二行没有冒号\n", "\"a：b\": 1\n", "a:\n  北京：海淀\n", "{\"a\":1}\n",
  ])
  func `ordinary text with such signs is left alone`(text: String) {
    #expect(read(text).summary == [])
  }
}
