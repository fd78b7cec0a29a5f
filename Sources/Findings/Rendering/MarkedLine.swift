/// One line of a file as it is quoted, with the cells that a place covers in it.
struct MarkedLine {
  let number: Int
  /// What is shown: without control characters, and cut when the line is long.
  let text: String
  /// How many cells stand before the place.
  let markOffset: Int
  /// How many cells the place covers; at least one, so that an empty place can be seen.
  let markWidth: Int

  /// The widest line that is shown whole.
  static let widthLimit = 160

  /// Quotes the line where a place begins; a place of several lines is marked to the end of its first.
  init(quoting place: Place) {
    number = place.start.line
    let line = GlyphLine(around: place)
    let shown = line.window(ofWidth: Self.widthLimit)
    let start = max(line.mark.lowerBound, shown.lowerBound)
    let end = min(line.mark.upperBound, shown.upperBound)
    let before = line.isCutBefore(shown) ? "…" : ""
    let after = line.isCutAfter(shown) ? "…" : ""
    text = before + String(line.glyphs[shown]) + after
    markOffset = before.displayWidth + line.width(of: shown.lowerBound..<start)
    markWidth = max(1, line.width(of: start..<max(start, end)))
  }

  /// The spaces and signs that stand under the line.
  func underline(with sign: Character) -> (indent: String, signs: String) {
    (String(repeating: " ", count: markOffset), String(repeating: sign, count: markWidth))
  }
}

/// The visible signs of a line near a place. Columns count scalars, but a caret stands under a whole sign.
private struct GlyphLine {
  let glyphs: [Character]
  /// The signs that the place covers.
  let mark: Range<Int>
  private let widths: [Int]
  private let hasMoreBefore: Bool
  private let hasMoreAfter: Bool

  /// Signs further away are never shown; leaving them out keeps a file that is one huge line quick.
  private static let reach = 1_000

  init(around place: Place) {
    let line = place.file.line(place.start.line).unicodeScalars
    let column = max(0, place.start.column - 1)
    let center = line.index(line.startIndex, offsetBy: column, limitedBy: line.endIndex) ?? line.endIndex
    let first = line.index(center, offsetBy: -Self.reach, limitedBy: line.startIndex) ?? line.startIndex
    let last = line.index(center, offsetBy: Self.reach, limitedBy: line.endIndex) ?? line.endIndex
    hasMoreBefore = first > line.startIndex
    hasMoreAfter = last < line.endIndex
    glyphs = Array(String(line[first..<last]).withVisibleControls)
    widths = glyphs.map(\.displayWidth)

    let start = line.distance(from: first, to: center)
    let isOneLine = place.end.line == place.start.line
    let length = isOneLine ? place.end.column - place.start.column : Int.max - start
    mark = Self.glyphRange(start..<(start + max(0, length)), in: glyphs)
  }

  /// The signs that hold any of the given scalars.
  private static func glyphRange(_ scalars: Range<Int>, in glyphs: [Character]) -> Range<Int> {
    var start = glyphs.count
    var end = 0
    var offset = 0
    for (index, glyph) in glyphs.enumerated() where offset < scalars.upperBound || start == glyphs.count {
      let next = offset + glyph.unicodeScalars.count
      if next > scalars.lowerBound {
        start = min(start, index)
        if offset < scalars.upperBound { end = index + 1 }
      }
      offset = next
    }
    return start..<max(start, end)
  }

  func width(of range: Range<Int>) -> Int { widths[range].reduce(0, +) }

  func isCutBefore(_ shown: Range<Int>) -> Bool { hasMoreBefore || shown.lowerBound > 0 }

  func isCutAfter(_ shown: Range<Int>) -> Bool { hasMoreAfter || shown.upperBound < glyphs.count }

  /// The signs to show: all of them, or with the cut signs no more than the width, the mark in the middle.
  func window(ofWidth limit: Int) -> Range<Int> {
    let all = 0..<glyphs.count
    if !hasMoreBefore, !hasMoreAfter, width(of: all) <= limit { return all }
    let room = limit - 2
    let lead = (room - min(room, max(1, width(of: mark)))) / 2
    // Without text to fill the window after the place, more is shown before it.
    let spare = max(0, room - lead - width(of: mark.lowerBound..<glyphs.count))
    let start = indexBack(from: mark.lowerBound, byWidth: lead + spare)
    return start..<indexForward(from: start, byWidth: room)
  }

  private func indexBack(from index: Int, byWidth width: Int) -> Int {
    var result = index
    var left = width
    while result > 0, widths[result - 1] <= left {
      result -= 1
      left -= widths[result]
    }
    return result
  }

  private func indexForward(from index: Int, byWidth width: Int) -> Int {
    var result = index
    var left = width
    while result < widths.count, widths[result] <= left {
      left -= widths[result]
      result += 1
    }
    return result
  }
}
