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
  package static func scaled(_ text: String, decimals: Int) throws(Problem) -> Int64 {
    try scaled(text[...], decimals: decimals)
  }

  /// The same of a part of a text. Neither is generic: these are read more often than anything else.
  package static func scaled(_ text: Substring, decimals: Int) throws(Problem) -> Int64 {
    var rest = text.utf8
    let isNegative = rest.first == 0x2D
    if isNegative { rest.removeFirst() }
    var value: Int64 = 0
    var digits = 0
    var decimalsSeen: Int?
    var sawExcess = false
    var last: UInt8 = 0
    for byte in rest {
      last = byte
      switch byte {
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
        value = try appending(Int64(byte - 0x30), to: value)
      default: throw .notANumber
      }
    }
    guard digits > 0, last != 0x2E else { throw .notANumber }
    if sawExcess { throw .tooManyDecimals }
    for _ in (decimalsSeen ?? 0)..<decimals { value = try appending(0, to: value) }
    return isNegative ? -value : value
  }

  private static func appending(_ digit: Int64, to value: Int64) throws(Problem) -> Int64 {
    let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, overflowSum) = shifted.addingReportingOverflow(digit)
    if overflow || overflowSum { throw .tooLarge }
    return sum
  }
}
