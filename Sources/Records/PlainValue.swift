import Format
import Values

extension PlainForm {
  /// The value of characters that have the form; nil for all others.
  func value(of bytes: UnsafeBufferPointer<UInt8>) -> ScalarValue? {
    switch self {
    case .money: PlainForm.money(bytes).map { .money($0) }
    case .day: PlainForm.day(bytes).map { .date($0) }
    case .digits(let count):
      bytes.count == count && bytes.allSatisfy(PlainForm.isDigit) ? .text(String(decoding: bytes, as: UTF8.self)) : nil
    case .code(let most):
      (1...most).contains(bytes.count) && bytes.allSatisfy { PlainForm.isDigit($0) || PlainForm.isLetter($0) }
        ? .text(String(decoding: bytes, as: UTF8.self)) : nil
    case .text: String(validating: bytes, as: UTF8.self).map { .text($0) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The most digits before a point: `Fen.largest` has as many.
  private static let mostWholeDigits = 14

  private static func money(_ bytes: UnsafeBufferPointer<UInt8>) -> Fen? {
    guard let first = bytes.first, isDigit(first) else { return nil }
    var (fen, whole, decimals): (Int64, Int, Int?) = (0, 0, nil)
    for byte in bytes {
      if isDigit(byte) {
        // At most sixteen digits are taken, which a number of 64 bits holds.
        fen = fen * 10 + Int64(byte &- 0x30)
        if let seen = decimals {
          guard seen < 2 else { return nil }
          decimals = seen + 1
        } else {
          whole += 1
          guard whole <= mostWholeDigits else { return nil }
        }
      } else {
        guard byte == UInt8(ascii: "."), decimals == nil else { return nil }
        decimals = 0
      }
    }
    if first == UInt8(ascii: "0"), whole > 1 { return nil }
    switch decimals {
    case nil: return Fen(fen * 100)
    case 1: return Fen(fen * 10)
    case 2: return Fen(fen)
    default: return nil
    }
  }

  private static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in bytes[range] {
        guard isDigit(byte) else { return nil }
        number = number * 10 + Int(byte &- 0x30)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"), bytes[11...].allSatisfy(standsInTimes)
      else { return nil }
    }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func standsInTimes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"): true
    default: false
    }
  }
}
