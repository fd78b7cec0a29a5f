/// Which side of a cell its text keeps to.
package enum TextAlignment: Sendable {
  case left
  case right
}

extension StringProtocol {
  /// How many terminal cells the text takes: Chinese and emoji two, combining marks none, others one.
  package var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }

  /// The text with spaces up to a width; unchanged when it is already as wide.
  package func padded(toWidth width: Int, _ alignment: TextAlignment = .left) -> String {
    let space = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return alignment == .left ? self + space : space + self
  }

  /// The text cut to a width, with … in place of what is missing.
  package func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in self {
      used += character.displayWidth
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}

extension Character {
  /// The cells of one visible sign; a sign made of several scalars is as wide as its widest part.
  package var displayWidth: Int {
    // U+FE0F asks for the emoji form of a sign that is otherwise one cell wide.
    if unicodeScalars.contains("\u{FE0F}"), unicodeScalars.first?.properties.isEmoji == true { return 2 }
    return unicodeScalars.reduce(0) { max($0, $1.displayWidth) }
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    // Printable ASCII, which is most of the text, needs no look into the tables.
    if (0x20..<0x7F).contains(value) { return 1 }
    if takesNoCell { return 0 }
    return isWide ? 2 : 1
  }

  private var takesNoCell: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: true
    case .format: self != "\u{AD}"
    // The vowels and finals of Hangul join the consonant before them.
    default: (0x1160...0x11FF).contains(value)
    }
  }

  private var isWide: Bool {
    properties.isEmojiPresentation || Self.wideRanges.contains { $0.contains(value) }
  }

  /// The blocks that Unicode's East Asian Width calls wide or full-width; emoji are asked for separately.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
