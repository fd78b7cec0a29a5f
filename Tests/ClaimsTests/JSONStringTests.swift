import Findings
import SourceTree
import Testing

@Suite("escapes in JSON strings")
struct JSONStringTests {
  @Test(
    "each escape stands for its character",
    arguments: [
      (#""\"\\\/""#, "\"\\/"), (#""\b\f\n\r\t""#, "\u{08}\u{0C}\n\r\t"), (#""\u0041\u00e9\u4E2D""#, "Aé中"),
      (#""\u0000""#, "\u{0}"), (#""\u007f""#, "\u{7F}"), (#""a\u0020b""#, "a b"), (#""中\u6587字""#, "中文字"),
    ])
  func escapes(json: String, text: String) {
    #expect(JSONSample(json).root?.scalar?.text == text)
  }

  @Test(
    "two escapes of a surrogate pair are one character",
    arguments: [
      (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"), (#""\ud800\udc00""#, "\u{10000}"),
      (#""\udbff\udfff""#, "\u{10FFFF}"), (#""\ud862\udf4e""#, "\u{28B4E}"),
    ])
  func pairs(json: String, text: String) {
    #expect(JSONSample(json).root?.scalar?.text == text)
  }

  @Test(
    "half a surrogate pair is a syntax error, never a replacement character",
    arguments: [
      #""\ud800""#, #""\udc00""#, #""\udfff\ud800""#, #""\ud83d\ud83d""#, #""\ud83d\u0041""#, #""\ud83dx""#,
      #""\ud83d\n""#, #""\ud83d\"#, #""\ud83d\u""#, #""\ud83d\ude0""#,
    ])
  func lone(json: String) {
    #expect(JSONSample(json).codes == ["C0101"])
  }

  @Test(
    "an escape that does not exist or is cut short is a syntax error",
    arguments: [
      #""\x41""#, #""\'""#, #""\0""#, #""\U0041""#, #""\u""#, #""\u12""#, #""\u12g4""#, #""\u+123""#, #""\u 123""#,
      #""\u１234""#, #""\"#, #""\u004"#, "\"\\\n\"",
    ])
  func unknown(json: String) {
    #expect(JSONSample(json).codes == ["C0101"])
  }

  @Test("keys are unescaped as values are")
  func keys() {
    #expect(JSONSample(#"{"\u0061": 1}"#).root?["a"]?.scalar?.text == "1")
  }
}
