/// Goes over one line in search of a sign that stands where a key should end.
struct LineScan {
  private let text: CleanText
  private let line: Int
  private let range: Range<Int>
  private let isInFlow: Bool
  private var depth: Int
  /// Where the key that may stand here begins.
  private var keyStart: Int
  /// No colon has ended the key yet.
  private var isInKey = true

  /// A longer text before a full-width colon is a sentence, not a key.
  private static let longestKey = 40 * 3

  init(text: CleanText, line: Int, isInFlow: Bool) {
    self.text = text
    self.line = line
    self.isInFlow = isInFlow
    range = text.range(ofLine: line)
    depth = isInFlow ? 1 : 0
    keyStart = range.lowerBound
  }

  mutating func find() -> LineHint? {
    skipItemMarks()
    var offset = keyStart
    while offset < range.upperBound {
      if text.classes[offset] == .comment { return nil }
      if text.classes[offset] != .code {
        isInKey = false
      } else if let hint = hint(at: offset) {
        return hint
      }
      offset += 1
    }
    return nil
  }

  private mutating func skipItemMarks() {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let isMark = text.bytes[offset] == Ascii.dash && isBlank(offset + 1)
      guard text.bytes[offset] == Ascii.space || isMark else { break }
      offset += 1
    }
    keyStart = offset
  }

  private mutating func hint(at offset: Int) -> LineHint? {
    let byte = text.bytes[offset]
    if let sign = FullWidth.at(offset, in: text.bytes) { return fullWidthHint(sign, at: offset) }
    switch byte {
    case Ascii.space where offset == keyStart:
      keyStart = offset + 1
    case Ascii.colon:
      if isInKey, isMissingSpace(at: offset) { return missingSpaceHint(at: offset) }
      if isBlank(offset + 1) { isInKey = false }
    case Ascii.comma where depth > 0:
      startKey(after: offset)
    case _ where Ascii.opensFlow(byte):
      depth += 1
      startKey(after: offset)
    case _ where Ascii.closesFlow(byte) && depth > 0:
      depth -= 1
      isInKey = false
    default: break
    }
    return nil
  }

  private mutating func startKey(after offset: Int) {
    keyStart = offset + 1
    isInKey = true
  }

  private mutating func fullWidthHint(_ sign: FullWidth, at offset: Int) -> LineHint? {
    let isMeant =
      switch sign {
      case .colon: isInKey && offset > keyStart && offset - keyStart <= Self.longestKey
      case .comma: isInFlow && depth > 0
      }
    guard isMeant else {
      isInKey = false
      return nil
    }
    return LineHint(
      kind: .fullWidth(sign.text), line: line, range: offset..<(offset + FullWidth.length), isInFlow: isInFlow)
  }

  /// `word:value`, but not a time such as 12:30 and not an address such as http://….
  private func isMissingSpace(at colon: Int) -> Bool {
    guard colon > keyStart, colon - keyStart <= Self.longestKey, !isBlank(colon + 1) else { return false }
    let next = text.bytes[colon + 1]
    guard next != UInt8(ascii: "/"), next != Ascii.colon, isLetter(text.bytes[keyStart]) else { return false }
    return text.bytes[keyStart..<colon].allSatisfy(isWordByte)
  }

  private func missingSpaceHint(at colon: Int) -> LineHint {
    var end = colon + 1
    while end < range.upperBound, text.classes[end] == .code, text.bytes[end] != Ascii.space,
      depth == 0 || text.bytes[end] != Ascii.comma && !Ascii.closesFlow(text.bytes[end])
    {
      end += 1
    }
    return LineHint(kind: .missingSpace, line: line, range: keyStart..<max(end, colon + 1), isInFlow: isInFlow)
  }

  private func isBlank(_ offset: Int) -> Bool {
    offset >= range.upperBound || text.bytes[offset] == Ascii.space
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == Ascii.dash || byte == UInt8(ascii: ".")
  }
}
