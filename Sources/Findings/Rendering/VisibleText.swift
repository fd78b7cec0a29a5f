extension StringProtocol {
  /// The text with every control character made visible and every tab one space, so that text quoted from
  /// a file can neither steer the terminal nor shift what stands below it. Each scalar stays one scalar.
  package var withVisibleControls: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.visible) }
    return String(result)
  }

  /// The same with or without its line ends.
  func withVisibleControls(keepingLines: Bool) -> String {
    guard keepingLines else { return withVisibleControls }
    return split(omittingEmptySubsequences: false) { $0.isNewline }.map(\.withVisibleControls).joined(separator: "\n")
  }

  /// The same on a single line: line ends become spaces.
  package var onOneLine: String {
    split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: " ").withVisibleControls
  }
}

extension Unicode.Scalar {
  /// Whether the scalar acts on what shows it instead of being shown: controls, line separators, marks of
  /// writing direction and the byte-order mark.
  var isInvisibleControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  fileprivate var visible: Unicode.Scalar {
    if self == "\t" { return " " }
    guard isInvisibleControl else { return self }
    if value == 0x7F { return "\u{2421}" }
    // Unicode has a picture for each of the first 32 controls.
    let picture = value < 0x20 ? Unicode.Scalar(0x2400 + value) : nil
    return picture ?? "\u{FFFD}"
  }
}
