import Findings
import SourceTree
import Testing

@Suite("where the parts of a JSON text stand")
struct JSONPositionTests {
  @Test("columns count characters, not bytes")
  func chinese() throws {
    let root = try #require(JSONSample(#"{"姓名": "张三😀", "x": 1}"#).root)
    let entries = try #require(root.entries)
    #expect(entries[0].key.place.start == Position(line: 1, column: 2))
    #expect(entries[0].value.place.start == Position(line: 1, column: 8))
    #expect(entries[0].value.place.end == Position(line: 1, column: 13))
    #expect(entries[1].key.place.start == Position(line: 1, column: 15))
    #expect(entries[1].value.place.start == Position(line: 1, column: 20))
    #expect(root.place.end == Position(line: 1, column: 22))
  }

  @Test("lines are counted from the text's first line in its file")
  func firstLine() throws {
    let root = try #require(JSONSample("{\n  \"a\": 1\n}", firstLine: 7).root)
    #expect(root.place.start == Position(line: 7, column: 1))
    #expect(root["a"]?.place.start == Position(line: 8, column: 8))
  }

  @Test(
    "a syntax error stands where the text goes wrong",
    arguments: [
      (#"{"姓": 01}"#, 7), (#"{"姓": 1e5}"#, 8), (#"{"姓": 1 "#, 9), (#"["中", ]"#, 7), (#"{"a": "中"#, 7), ("中", 1),
      (#"["中"] x"#, 7),
    ])
  func syntaxErrors(text: String, column: Int) throws {
    let finding = try #require(JSONSample(text, firstLine: 3).findings.first)
    #expect(finding.place?.start == Position(line: 3, column: column))
  }
}
