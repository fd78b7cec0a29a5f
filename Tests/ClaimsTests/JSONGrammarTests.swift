import Findings
import SourceTree
import Testing

@Suite("the grammar of JSON (RFC 8259)")
struct JSONGrammarTests {
  @Test(
    "what the grammar allows is read without a finding",
    arguments: [
      "{}", "[]", "\"\"", "0", "-0", "7", "-12", "1.5", "-1.50", "0.00", "true", "false", "null", " \t\r\n{} \t\r\n",
      "[1,2]", "[ 1 , 2 ]", "{\"a\":1}", "{ \"a\" : 1 , \"b\" : [ ] }", "[[],{}]", "\"中文，“引号”\"", "\"\u{7F}\"",
      "{\"\":0}", "123456789012345678901234567890.123456789",
    ])
  func accepted(text: String) {
    let sample = JSONSample(text)
    #expect(sample.root != nil)
    #expect(sample.codes == [])
  }

  @Test(
    "what the grammar does not allow is one syntax error and no value",
    arguments: [
      "", " ", "{", "}", "[", "]", "[1,]", "[,1]", "[1 2]", "[1]]", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}",
      "{\"a\" 1}", "{a:1}", "{'a':1}", "{1:2}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{} {}", "1 2", "tru",
      "True", "nullx", "truefalse", "[truefalse]", "NaN", "Infinity", "-Infinity", "undefined", "\"a", "'a'",
      "\"a\nb\"",
      "\"a\tb\"", "\"\u{0}\"", "/* no */1", "1 // no", "\u{FEFF}{}", "\u{A0}1", "｛｝", "{“a”: 1}", "{\"a\"：1}",
    ])
  func refused(text: String) {
    let sample = JSONSample(text)
    #expect(sample.root == nil)
    #expect(sample.codes == ["C0101"])
  }

  @Test(
    "a number has no leading zero, plus sign, bare point or exponent",
    arguments: [
      "01", "-01", "00", "+1", ".5", "-.5", "1.", "-", "1e5", "1E5", "1.0e2", "1e-2", "0e0", "0x10", "1,5", "１",
    ])
  func refusedNumbers(text: String) {
    #expect(JSONSample(text).codes == ["C0101"])
    #expect(JSONSample("{\"a\": \(text)}").root == nil)
  }

  @Test("a number keeps its characters", arguments: ["1.50", "-0", "60000.00", "12345678901234567890.10"])
  func numbersAreCharacters(text: String) {
    let scalar = JSONSample(text).root?.scalar
    #expect(scalar?.text == text)
    #expect(scalar?.style == .number)
  }

  @Test(
    "bytes that are not UTF-8 are a syntax error, never replaced",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE4, 0xB8, 0x22],
      [0x80], [0xFE, 0xFF, 0x00, 0x31], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let sample = JSONSample(bytes: bytes)
    #expect(sample.root == nil)
    #expect(sample.codes == ["C0101"])
  }
}
