import Findings
import SourceTree
import Testing

@testable import YAMLSyntax

@Suite struct `Findings about the tree` {
  @Test func `the first of equal keys stays and the second points to it`() throws {
    let document = read("a: 1\nb: 2\n\"a\": 3\n")
    #expect(document.summary == ["Y0106 3:1"])
    #expect(document.findings.first?.related?.start == Position(line: 1, column: 1))
    #expect(document.root?["a"]?.scalar?.text == "1")
    #expect(document.root?.entries?.count == 2)
    #expect(read("a: {x: 1}\nb: {x: 1}\n").findings.isEmpty)
  }

  @Test func `nesting beyond the limit is skipped and the rest is read`() {
    let document = read("a: [[[x]]]\nb: 2\n", limits: .init(depth: 3))
    #expect(document.summary == ["Y0107 1:6"])
    #expect(document.root?["b"]?.scalar?.text == "2")
    #expect(document.isPartial)
    #expect(read("a: [[[x]]]\nb: 2\n", limits: .init(depth: 4)).findings.isEmpty)
  }

  @Test func `aliases cannot nest deeper than the limit`() {
    let text = "a: &a [x]\nb: &b [*a]\nc: &c [*b]\nd: [*c]\n"
    #expect(read(text, limits: .init(depth: 4)).summary == ["Y0107 4:5"])
    #expect(read(text, limits: .init(depth: 5)).findings.isEmpty)
  }

  @Test func `an alias repeats what its anchor names`() {
    let document = read("a: &x {p: 1}\nb: *x\n")
    #expect(document.findings.isEmpty)
    #expect(document.root?["b"]?["p"]?.scalar?.text == "1")
  }

  @Test func `aliases that add too many nodes end the reading`() {
    let text = "a: &x [1, 2, 3]\nb: *x\nc: *x\n"
    let document = read(text, limits: .init(nodes: 7))
    #expect(document.summary == ["Y0108 3:4"])
    #expect(document.root == nil)
    #expect(read(text, limits: .init(nodes: 8)).findings.isEmpty)
  }

  @Test func `an alias inside its own anchor is a loop`() {
    let document = read("a: &x [1, *x]\nb: 2\n")
    #expect(document.summary == ["Y0109 1:11"])
    #expect(document.root?["b"]?.scalar?.text == "2")
  }

  @Test func `an alias needs an anchor`() {
    let document = read("a: *x\nb: 2\n")
    #expect(document.summary == ["Y0110 1:4"])
    #expect(document.argument("anchor", of: .unknownAnchor) == "x")
    #expect(document.root?["a"] == nil)
  }

  @Test func `a second document is reported where it begins`() {
    let document = read("---\na: 1\n---\nb: 2\n")
    #expect(document.summary == ["Y0111 3:1"])
    #expect(document.root?["a"]?.scalar?.text == "1")
    #expect(read("---\na: 1\n...\n").findings.isEmpty)
  }

  @Test(arguments: [
    ("a: !!str 1\n", "!!str", "1:4"), ("a: !x\n  b: 1\n", "!x", "1:4"), ("a: !e [1]\n", "!e", "1:4"),
    ("!k a: 1\n", "!k", "1:1"), ("a: ! x\n", "!", "1:4"), ("%TAG !e! tag:x,2000:\n---\na: 1\n", "%TAG", "1:1"),
  ])
  func `a tag on anything is reported`(text: String, tag: String, place: String) {
    let document = read(text)
    #expect(document.summary == ["Y0112 \(place)"])
    #expect(document.argument("tag", of: .customTag) == tag)
    #expect(document.root?["a"] != nil)
  }

  @Test(arguments: ["? [x]\n: 1\nb: 2\n", "{x: 1}: 1\nb: 2\n", "a: &a [x]\n*a : 1\nb: 2\n"])
  func `a collection cannot be a key`(text: String) {
    let document = read(text)
    #expect(document.findings.map(\.kind.code) == ["Y0116"])
    #expect(document.root?["b"]?.scalar?.text == "2")
  }

  @Test func `a merge key is reported and its entry dropped`() {
    let document = read("a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n")
    #expect(document.summary == ["Y0117 3:3"])
    #expect(document.root?["b"]?.entries?.count == 1)
    #expect(read("\"<<\": 1\n").findings.isEmpty)
  }

  @Test func `plain text in brackets may not run over a line end`() {
    let document = read("a: [1, 2\n  3]\nb: [1,\n  2]\n")
    #expect(document.summary == ["Y0119 1:8"])
    #expect(document.argument("text", of: .multilineFlowScalar) == "2 3")
  }
}
