/// What a finding is known by when lines above it come and go: its code, its file and the words of its line.
package struct Fingerprint: Hashable, Sendable {
  package let code: String
  /// Empty for a finding without a place.
  package let file: String
  /// The line where it begins, without the spaces around it; for a finding without a place its English message.
  package let text: String
  /// Which one of the findings that are alike in all of this, from 1.
  package let ordinal: Int

  package init(code: String, file: String, text: String, ordinal: Int) {
    self.code = code
    self.file = file
    self.text = text
    self.ordinal = ordinal
  }

  /// Sixteen hexadecimal digits and the ordinal, in the form that GitHub's `primaryLocationLineHash` has.
  package var digest: String {
    // FNV-1a: it tells lines apart, it protects nothing.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(code)\n\(file)\n\(text)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + ":\(ordinal)"
  }
}

extension [Finding] {
  /// A fingerprint for each, in the order of the findings, which decides the ordinals.
  ///
  /// - Parameter naming: the name that a file goes by; its path when nothing else is given.
  package func fingerprints(naming: (String) -> String = { $0 }) -> [Fingerprint] {
    var seen: [Fingerprint: Int] = [:]
    return map { finding in
      let file = finding.place.map { naming($0.file.path) } ?? ""
      let text = finding.place.map { $0.file.line($0.start.line).trimmed } ?? finding.message(in: .english)
      let first = Fingerprint(code: finding.kind.code, file: file, text: text, ordinal: 1)
      let ordinal = (seen[first] ?? 0) + 1
      seen[first] = ordinal
      return Fingerprint(code: first.code, file: file, text: text, ordinal: ordinal)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
