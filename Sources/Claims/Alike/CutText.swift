import Values

/// Values read from a claim's bytes as they are usually written; nil for other spellings, which the general way reads.
enum CutText {
  /// Fen, of yuan with at most two decimals.
  static func amount(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    var index = 0
    while index < text.count, let digit = digit(text[index]) {
      value = value &* 10 &+ digit
      index += 1
    }
    // Fourteen digits before the point are the most that fit; a needless 0 in front is a slip.
    guard index > 0, index <= 14, index == 1 || text[0] != 0x30 else { return nil }
    if index == text.count { return value * 100 }
    guard text[index] == 0x2E, index + 2 <= text.count, index + 3 >= text.count else { return nil }
    guard let tenths = digit(text[index + 1]) else { return nil }
    if index + 2 == text.count { return value * 100 + tenths * 10 }
    guard let hundredths = digit(text[index + 2]) else { return nil }
    return value * 100 + tenths * 10 + hundredths
  }

  /// A number of times.
  static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard text.count <= 5, !text.isEmpty, text.count == 1 || text[0] != 0x30 else { return nil }
    var value: Int64 = 0
    for byte in text {
      guard let digit = digit(byte) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  static func day(_ text: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D,
      let century = pair(text, 0), let year = pair(text, 2), let month = pair(text, 5), let day = pair(text, 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  private static func pair(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard let tens = digit(text[index]), let ones = digit(text[index + 1]) else { return nil }
    return Int(tens * 10 + ones)
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> Int64? {
    let value = byte &- 0x30
    return value < 10 ? Int64(value) : nil
  }
}
