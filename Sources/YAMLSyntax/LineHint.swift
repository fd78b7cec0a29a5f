import Findings

/// Why a line is not the entry that it looks like: full-width punctuation or a missing space.
struct LineHint {
  enum Kind: Equatable {
    case fullWidth(String)
    case missingSpace
  }

  let kind: Kind
  let line: Int
  /// The bytes it is about.
  let range: Range<Int>
  let isInFlow: Bool

  /// The hint of a line, if it has one. Full-width commas are looked for only where brackets are open.
  static func find(_ line: Int, in text: CleanText, isInFlow: Bool = false) -> LineHint? {
    var scan = LineScan(text: text, line: line, isInFlow: isInFlow)
    return scan.find()
  }

  func report(in text: CleanText, log: FindingLog) {
    let place = log.place(
      text.position(ofByte: range.lowerBound, inLine: line), text.position(ofByte: range.upperBound, inLine: line))
    switch kind {
    case .fullWidth(let character):
      log.report(
        .fullWidthPunctuation, at: place,
        ["character": character, "corrected": Self.corrected(line, in: text, isInFlow: isInFlow)])
    case .missingSpace:
      let colon = text.bytes[range].firstIndex(of: Ascii.colon) ?? range.upperBound - 1
      let whole = text.range(ofLine: line)
      let corrected = text.string(whole.lowerBound..<(colon + 1)) + " " + text.string((colon + 1)..<whole.upperBound)
      log.report(
        .missingSpace, at: place,
        ["text": ShortText.of(text.string(range)), "corrected": ShortText.of(Self.trimmed(corrected))])
    }
  }

  /// The line with ASCII punctuation. Outside brackets only its first full-width colon can be meant as punctuation:
  /// what follows is text.
  static func corrected(_ line: Int, in text: CleanText, isInFlow: Bool) -> String {
    let range = text.range(ofLine: line)
    var result: [UInt8] = []
    var depth = isInFlow ? 1 : 0
    var hadColon = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text.bytes[offset]
      let isCode = text.classes[offset] == .code
      if isCode, Ascii.opensFlow(byte) { depth += 1 }
      if isCode, Ascii.closesFlow(byte) { depth -= 1 }
      let sign = isCode ? FullWidth.at(offset, in: text.bytes) : nil
      if let sign, depth > 0 || sign == .colon && !hadColon {
        result.append(sign.ascii)
        let next = offset + FullWidth.length
        if next < range.upperBound, text.bytes[next] != Ascii.space { result.append(Ascii.space) }
        hadColon = true
        offset = next
      } else {
        result.append(byte)
        offset += 1
      }
    }
    return ShortText.of(trimmed(String(decoding: result, as: UTF8.self)))
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...last])
  }
}

/// The two signs that Chinese keyboards give instead of YAML's.
enum FullWidth {
  case colon
  case comma

  /// Bytes of each in UTF-8.
  static let length = 3

  static func at(_ offset: Int, in bytes: [UInt8]) -> FullWidth? {
    guard offset + 2 < bytes.count, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC else { return nil }
    return switch bytes[offset + 2] {
    case 0x9A: .colon
    case 0x8C: .comma
    default: nil
    }
  }

  var ascii: UInt8 { self == .colon ? Ascii.colon : Ascii.comma }
  var text: String { self == .colon ? "：" : "，" }
}
