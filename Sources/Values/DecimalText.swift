/// Reading decimals from their characters, so that no value ever passes through binary floating point.
package enum DecimalText {
  /// Why a text is not a plain decimal.
  package enum Problem: Error, Hashable, Sendable {
    case notANumber
    case tooManyDecimals
    case tooLarge
  }

  /// The number in units of 10^-decimals: `scaled("12.5", decimals: 2)` is 1250.
  ///
  /// Only an optional minus, digits and at most one point are read; no exponent, sign `+`, separator or space.
  package static func scaled(_ text: some StringProtocol, decimals: Int) throws(Problem) -> Int64 {
    var value: Int64 = 0
    var digits = 0
    var decimalsSeen: Int?
    var isNegative = false
    var sawExcess = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: isNegative = true
      case 0x2E where decimalsSeen == nil && digits > 0: decimalsSeen = 0
      case 0x30...0x39:
        digits += 1
        if let seen = decimalsSeen {
          if seen == decimals {
            // Zeros past the last place change nothing.
            if byte != 0x30 { sawExcess = true }
            continue
          }
          decimalsSeen = seen + 1
        }
        let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowSum) = shifted.addingReportingOverflow(Int64(byte - 0x30))
        if overflow || overflowSum { throw .tooLarge }
        value = sum
      default: throw .notANumber
      }
    }
    guard digits > 0, !text.hasSuffix(".") else { throw .notANumber }
    if sawExcess { throw .tooManyDecimals }
    for _ in (decimalsSeen ?? 0)..<decimals {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { throw .tooLarge }
      value = shifted
    }
    return isNegative ? -value : value
  }
}
