import Findings

/// Takes out of a text what YAML does not allow and reports it, so that the rest can still be read.
enum TextCleaner {
  static func clean(_ file: SourceFile, limit: Int, log: FindingLog) -> CleanText {
    var bytes = withoutControlCharacters(file, limit: limit, log: log)
    let map = TextMap(bytes)
    guard mayHoldTabsOrDirectives(bytes) else { return CleanText(file: file, bytes: bytes, map: map) }
    let classes = map.classes
    var tabs = Quota(limit)
    var directives = Quota(limit)
    var line = 1
    var lineStart = 0
    var hasTab = false
    for offset in bytes.indices {
      switch bytes[offset] {
      case Ascii.newline:
        (line, lineStart, hasTab) = (line + 1, offset + 1, false)
      case Ascii.tab where classes[offset] == .code:
        if !hasTab {
          tabs.report(.tab, at: position(offset, line: line, lineStart: lineStart, bytes), to: log)
        }
        hasTab = true
        bytes[offset] = Ascii.space
      case UInt8(ascii: "%") where offset == lineStart && classes[offset] == .code:
        guard bytes[offset...].starts(with: tagDirective) else { continue }
        directives.report(.customTag, at: Position(line: line, column: 1), ["tag": "%TAG"], to: log)
        blankLine(from: offset, in: &bytes)
      default: break
      }
    }
    return CleanText(file: file, bytes: bytes, map: map)
  }

  private static func mayHoldTabsOrDirectives(_ bytes: [UInt8]) -> Bool {
    var previous = Ascii.newline
    for byte in bytes {
      if byte == Ascii.tab || byte == UInt8(ascii: "%") && previous == Ascii.newline { return true }
      previous = byte
    }
    return false
  }

  /// libyaml compares every tag directive with all before it, so many of them would take minutes.
  private static let tagDirective = Array("%TAG".utf8)

  private static func blankLine(from start: Int, in bytes: inout [UInt8]) {
    var offset = start
    while offset < bytes.count, bytes[offset] != Ascii.newline, bytes[offset] != Ascii.carriageReturn {
      bytes[offset] = Ascii.space
      offset += 1
    }
  }

  private static func position(_ offset: Int, line: Int, lineStart: Int, _ bytes: [UInt8]) -> Position {
    Position(line: line, column: bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The text without byte-order mark, with a space for each character that is not allowed.
  private static func withoutControlCharacters(_ file: SourceFile, limit: Int, log: FindingLog) -> [UInt8] {
    let bytes = file.bytes
    if isAllowed(bytes) { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var quota = Quota(limit)
    var offset = 0
    var (line, column) = (1, 1)
    if bytes.starts(with: UTF8Check.byteOrderMark) {
      log.report(.byteOrderMark, at: Position(line: 1, column: 1))
      offset = UTF8Check.byteOrderMark.count
    }
    while offset < bytes.count {
      if (Ascii.space..<0x7F).contains(bytes[offset]) {
        result.append(bytes[offset])
        column += 1
        offset += 1
        continue
      }
      let length = UTF8Check.characterLength(bytes, at: offset) ?? 1
      if let value = forbidden(bytes, at: offset, length: length) {
        quota.report(.controlCharacter, at: Position(line: line, column: column), ["character": name(value)], to: log)
        result.append(Ascii.space)
      } else {
        result.append(contentsOf: bytes[offset..<(offset + length)])
      }
      (line, column) = bytes[offset] == Ascii.newline ? (line + 1, 1) : (line, column + 1)
      offset += length
    }
    return result
  }

  /// Whether a text of well-formed UTF-8 has nothing that is not allowed, as nearly all have.
  private static func isAllowed(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices {
        switch bytes[offset] {
        case Ascii.space..<0x7F, Ascii.newline, Ascii.tab: continue
        case 0xC2 where bytes[offset + 1] < 0xA0: return false
        case 0xE2 where bytes[offset + 1] == 0x80 && (0xA8...0xA9).contains(bytes[offset + 2]): return false
        case 0xEF where bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF: return false
        case 0xEF where bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE: return false
        case 0x80...: continue
        // Controls; carriage returns are looked at more closely.
        default: return false
        }
      }
      return true
    }
  }

  /// The code point at an offset when it may not stand in a YAML text.
  private static func forbidden(_ bytes: [UInt8], at offset: Int, length: Int) -> UInt32? {
    let byte = bytes[offset]
    switch length {
    case 1:
      if byte == Ascii.carriageReturn {
        let isLineEnd = offset + 1 < bytes.count && bytes[offset + 1] == Ascii.newline
        return isLineEnd ? nil : UInt32(byte)
      }
      let isControl = byte == 0x7F || byte < Ascii.space && byte != Ascii.tab && byte != Ascii.newline
      return isControl ? UInt32(byte) : nil
    case 2:
      // C1 controls, among them U+0085, which libyaml takes for a line break.
      return byte == 0xC2 && bytes[offset + 1] < 0xA0 ? UInt32(bytes[offset + 1]) : nil
    case 3:
      let value = UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      return [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(value) ? value : nil
    default:
      return nil
    }
  }

  private static func name(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Lets a number of findings of a kind through and says once that there are more.
private struct Quota {
  private var left: Int

  init(_ limit: Int) {
    left = max(1, limit)
  }

  mutating func report(
    _ kind: FindingKind, at position: Position, _ arguments: @autoclosure () -> [String: String] = [:],
    to log: FindingLog
  ) {
    guard left >= 0 else { return }
    if left > 0 { log.report(kind, at: position, arguments()) } else { log.report(.tooManyFindings, at: position) }
    left -= 1
  }
}
