/// What a byte of a YAML text belongs to.
enum CharacterClass: UInt8, Sendable {
  /// Structure and plain text.
  case code
  /// Quoted text with its quotes.
  case quoted
  case comment
  /// The text below `|` or `>`.
  case blockText
}

/// Tells structure from quoted text, block text and comments without parsing: a text with errors has to be told apart
/// too, and a guess is enough for hints.
struct TextLexer {
  private enum Mode {
    case code
    case quoted(UInt8)
    /// Block text ends at a line that is not indented further than this.
    case block(parent: Int)
  }

  private let bytes: [UInt8]
  private var classes: [CharacterClass]
  private var mode = Mode.code
  private var flowDepth = 0
  /// A new token may begin here: a quote opens quoted text only at such a place.
  private var atTokenStart = true
  private var followsQuote = false
  private var lineStart = 0
  private var parentIndent = -1
  private var keyColumn: Int?

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    classes = Array(repeating: .code, count: bytes.count)
  }

  static func classes(of bytes: [UInt8]) -> [CharacterClass] {
    var lexer = TextLexer(bytes)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: Ascii.newline) ?? bytes.count
      lexer.readLine(start..<end)
      start = end + 1
    }
    return lexer.classes
  }

  private mutating func readLine(_ line: Range<Int>) {
    let indent = bytes[line].prefix { $0 == Ascii.space }.count
    if case .block(let parent) = mode {
      let isEmpty = bytes[line].allSatisfy { Ascii.isBlank($0) || $0 == Ascii.carriageReturn }
      if isEmpty || indent > parent {
        mark(line, .blockText)
        return
      }
      mode = .code
    }
    (lineStart, parentIndent, keyColumn) = (line.lowerBound, indent - 1, nil)
    (atTokenStart, followsQuote) = (true, false)
    var offset = line.lowerBound
    if case .code = mode, bytes[line].starts(with: [Ascii.dash, Ascii.dash, Ascii.dash]) {
      parentIndent = -1
      offset += 3
    }
    while offset < line.upperBound { offset = readCharacter(at: offset, in: line) }
  }

  /// Reads on from an offset and returns the next one.
  private mutating func readCharacter(at offset: Int, in line: Range<Int>) -> Int {
    if case .quoted(let quote) = mode { return readQuoted(quote, at: offset, in: line) }
    let byte = bytes[offset]
    if byte == Ascii.hash, offset == line.lowerBound || Ascii.isBlank(bytes[offset - 1]) {
      mark(offset..<line.upperBound, .comment)
      return line.upperBound
    }
    if Ascii.isBlank(byte) { return offset + 1 }
    if atTokenStart, let next = readTokenStart(byte, at: offset, in: line) { return next }
    readPlain(byte, at: offset, in: line)
    return offset + 1
  }

  private mutating func readQuoted(_ quote: UInt8, at offset: Int, in line: Range<Int>) -> Int {
    classes[offset] = .quoted
    let next = offset + 1
    let escapes = quote == Ascii.doubleQuote ? bytes[offset] == Ascii.backslash : isDoubledQuote(at: offset, in: line)
    if escapes, next < line.upperBound {
      classes[next] = .quoted
      return next + 1
    }
    if bytes[offset] == quote {
      mode = .code
      (atTokenStart, followsQuote) = (false, true)
    }
    return next
  }

  private func isDoubledQuote(at offset: Int, in line: Range<Int>) -> Bool {
    bytes[offset] == Ascii.singleQuote && offset + 1 < line.upperBound && bytes[offset + 1] == Ascii.singleQuote
  }

  /// What only the first character of a token can be; nil when it is plain text or an indicator.
  private mutating func readTokenStart(_ byte: UInt8, at offset: Int, in line: Range<Int>) -> Int? {
    switch byte {
    case Ascii.doubleQuote, Ascii.singleQuote:
      noteKeyColumn(offset)
      mode = .quoted(byte)
      classes[offset] = .quoted
      return offset + 1
    case UInt8(ascii: "!"), UInt8(ascii: "&"):
      // A tag or an anchor stands before the token itself.
      return bytes[offset..<line.upperBound].firstIndex(where: Ascii.isBlank) ?? line.upperBound
    case Ascii.dash, UInt8(ascii: "?"):
      guard isFollowedByBlank(offset, in: line) else { return nil }
      parentIndent = offset - lineStart
      return offset + 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard flowDepth == 0, isBlockHeader(offset, in: line) else { return nil }
      mode = .block(parent: parentIndent)
      return markHeaderComment(offset, in: line)
    default:
      return nil
    }
  }

  private mutating func readPlain(_ byte: UInt8, at offset: Int, in line: Range<Int>) {
    defer { followsQuote = false }
    if Ascii.opensFlow(byte), atTokenStart || flowDepth > 0 {
      flowDepth += 1
      atTokenStart = true
    } else if Ascii.closesFlow(byte), flowDepth > 0 {
      flowDepth -= 1
      atTokenStart = false
    } else if byte == Ascii.comma, flowDepth > 0 {
      atTokenStart = true
    } else if byte == Ascii.colon, isFollowedByBlank(offset, in: line) || followsQuote && flowDepth > 0 {
      parentIndent = keyColumn ?? parentIndent
      atTokenStart = true
    } else {
      noteKeyColumn(offset)
      atTokenStart = false
    }
  }

  private mutating func noteKeyColumn(_ offset: Int) {
    if keyColumn == nil { keyColumn = offset - lineStart }
  }

  private func isFollowedByBlank(_ offset: Int, in line: Range<Int>) -> Bool {
    let next = offset + 1
    return next >= line.upperBound || Ascii.isBlank(bytes[next]) || bytes[next] == Ascii.carriageReturn
  }

  /// After `|` or `>` only an indentation digit, a sign and a comment may stand.
  private func isBlockHeader(_ offset: Int, in line: Range<Int>) -> Bool {
    let rest = bytes[(offset + 1)..<line.upperBound]
    let afterSigns = rest.drop { (0x30...0x39).contains($0) || $0 == Ascii.dash || $0 == UInt8(ascii: "+") }
    let tail = afterSigns.drop { Ascii.isBlank($0) || $0 == Ascii.carriageReturn }
    return tail.isEmpty || tail.first == Ascii.hash
  }

  private mutating func markHeaderComment(_ offset: Int, in line: Range<Int>) -> Int {
    if let hash = bytes[offset..<line.upperBound].firstIndex(of: Ascii.hash) {
      mark(hash..<line.upperBound, .comment)
    }
    // Blanks before a comment stay code; nothing else is left on the line.
    return line.upperBound
  }

  private mutating func mark(_ range: Range<Int>, _ kind: CharacterClass) {
    for offset in range { classes[offset] = kind }
  }
}
