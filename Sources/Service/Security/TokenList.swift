/// The tokens that callers may use.
package struct TokenList: Sendable {
  private let tokens: [[UInt8]]

  /// How long tokens are. Shorter ones could be guessed.
  package static let lengths = 32...512

  /// Reads one token a line; lines that begin with `#` and empty lines are none. Nil when a line is no token, or there is
  /// none.
  package init?(_ bytes: [UInt8]) {
    var tokens: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      let token = Array(line.last == 0x0D ? line.dropLast() : line)
      if token.isEmpty || token.first == UInt8(ascii: "#") { continue }
      guard TokenList.lengths.contains(token.count), token.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        return nil
      }
      tokens.append(token)
    }
    if tokens.isEmpty { return nil }
    self.tokens = tokens
  }

  /// Whether a text is one of the tokens. Takes as long for a wrong text as for a right one of its length, and for every
  /// token alike.
  package func holds(_ text: some StringProtocol) -> Bool {
    let candidate = Array(text.utf8)
    guard candidate.count <= TokenList.lengths.upperBound else { return false }
    var isHeld = false
    for token in tokens {
      let isEqual = TokenList.areEqual(token, candidate)
      isHeld = isHeld || isEqual
    }
    return isHeld
  }

  /// Goes through all of the token wherever the first difference is.
  private static func areEqual(_ token: [UInt8], _ candidate: [UInt8]) -> Bool {
    var difference = UInt(bitPattern: token.count ^ candidate.count)
    for index in token.indices {
      let other = index < candidate.count ? candidate[index] : 0
      difference |= UInt(token[index] ^ other)
    }
    return difference == 0
  }
}
