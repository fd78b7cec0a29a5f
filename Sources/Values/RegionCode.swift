/// A region's six-digit code on the national platform (医保区划).
package struct RegionCode: Hashable, Comparable, Sendable {
  package let text: String

  /// Nil unless the text is six digits.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.text = String(text)
  }

  /// The same for the texts that files of records are full of: a generic initializer takes several times as long.
  package init?(_ text: String) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.text = text
  }

  package static func < (left: RegionCode, right: RegionCode) -> Bool { left.text < right.text }

  /// The code with its last digits replaced by zeros: city `XXXX00`, province `XX0000`.
  private func truncated(to digits: Int) -> RegionCode {
    RegionCode(String(decoding: text.utf8.prefix(digits), as: UTF8.self) + "000000".suffix(6 - digits)) ?? self
  }

  package var city: RegionCode { truncated(to: 4) }
  package var province: RegionCode { truncated(to: 2) }
}

extension RegionCode: CustomStringConvertible {
  package var description: String { text }
}
