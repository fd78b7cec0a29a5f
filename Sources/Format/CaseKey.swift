import Values

extension CaseKey {
  /// Reads `a/b`, `any`, `1`, `2+`, `60..69`; nil when the text has another form.
  package init?(_ text: String, dimension: DimensionShape, vocabulary: Vocabulary) {
    if text == TableShape.anyCase.text(in: vocabulary) {
      self = .any
      return
    }
    let parts =
      text.utf8.contains(UInt8(ascii: "/"))
      ? text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) : [text]
    if dimension.isNumeric {
      var ranges: [ClosedRange<Int>] = []
      for part in parts {
        guard let range = CaseKey.range(part) else { return nil }
        ranges.append(range)
      }
      self = .ranges(ranges)
    } else {
      guard parts.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0x20) }) else { return nil }
      self = .values(parts.map { dimension.values.word($0, in: vocabulary)?.english ?? $0 })
    }
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    func number(_ part: some StringProtocol) -> Int? {
      guard !part.isEmpty, part.utf8.count <= 4, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      return Int(part)
    }
    if text.utf8.last == UInt8(ascii: "+") {
      return number(text.dropLast()).map { $0...Int.max }
    }
    if let dots = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let second = text.index(after: dots)
      guard second < text.endIndex, text[second] == ".", let low = number(text[..<dots]),
        let high = number(text[text.index(after: second)...]), low <= high
      else { return nil }
      return low...high
    }
    return number(text).map { $0...$0 }
  }
}
