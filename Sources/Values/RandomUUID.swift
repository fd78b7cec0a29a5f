/// Names that nobody can guess and that never come twice: version 4 of RFC 9562, as OPA gives its decisions.
///
///     let id = RandomUUID.next()  // 3f2b8c1e-5d0a-4c77-9e61-0b7a4f1d2c3e
package enum RandomUUID {
  package static func next() -> String {
    var generator = SystemRandomNumberGenerator()
    return next(using: &generator)
  }

  package static func next(using generator: inout some RandomNumberGenerator) -> String {
    let high: UInt64 = generator.next() & ~0xF000 | 0x4000
    let low: UInt64 = generator.next() & ~(0xC0 << 56) | 0x80 << 56
    var text = ""
    for (index, digit) in (hexadecimal(high) + hexadecimal(low)).enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
