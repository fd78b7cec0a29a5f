import Format
import Glibc
import SourceTree

/// Reads a line of JSON straight from its bytes as long as it is as plain as nearly all lines are: one flat object, known
/// keys without escapes, values of their usual form.
///
/// Anything else is left to the general way of reading, which finds the same values or says what is wrong. Where both
/// read a line they read the same.
struct QuickLine {
  private let keys: QuickKeys
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// The values by key; nil when the line has to be read in the general way.
  static func values(of bytes: UnsafeBufferPointer<UInt8>, _ keys: QuickKeys) -> [ScalarValue?]? {
    guard keys.isUsable else { return nil }
    var line = QuickLine(keys, bytes)
    return line.values()
  }

  private init(_ keys: QuickKeys, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.keys = keys
    self.bytes = bytes
  }

  private mutating func values() -> [ScalarValue?]? {
    skipSpace()
    guard take(UInt8(ascii: "{")) else { return nil }
    var values = [ScalarValue?](repeating: nil, count: keys.entries.count)
    var seen: UInt64 = 0
    var expected = 0
    var hasTable = false
    repeat {
      guard let name = name() else { return nil }
      if let key = key(name, from: expected) {
        let bit: UInt64 = 1 << UInt64(key)
        guard seen & bit == 0, let value = value(keys.entries[key].form) else { return nil }
        seen |= bit
        expected = key + 1
        values[key] = value
      } else {
        guard !hasTable, isTable(name), let table = string(), isEqual(table, keys.table) else { return nil }
        hasTable = true
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { return nil }
    skipSpace()
    return index == bytes.count && seen & keys.required == keys.required ? values : nil
  }

  /// The next name; the value comes next.
  private mutating func name() -> UnsafeBufferPointer<UInt8>? {
    skipSpace()
    guard let name = string() else { return nil }
    skipSpace()
    guard take(UInt8(ascii: ":")) else { return nil }
    skipSpace()
    return name
  }

  /// Lines of answers begin with the name of their table.
  private func isTable(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    AnswerRecord.table.utf8.elementsEqual(name)
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ expected: [UInt8]?) -> Bool {
    expected.map { $0.elementsEqual(text) } ?? false
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// What stands between quotes; nil when there is an escape, or none.
  private mutating func string() -> UnsafeBufferPointer<UInt8>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<index - 1])
      }
      if byte < 0x20 || byte == UInt8(ascii: "\\") { return nil }
      index += 1
    }
    return nil
  }

  /// Records of a file have their keys in the same order, so the next one is nearly always the one after the last.
  private func key(_ name: UnsafeBufferPointer<UInt8>, from expected: Int) -> Int? {
    let count = keys.entries.count
    for step in 0..<count {
      let key = (expected + step) % count
      let known = keys.entries[key].name
      guard known.count == name.count, let base = name.baseAddress else { continue }
      if known.withUnsafeBytes({ $0.baseAddress.map { memcmp($0, base, name.count) == 0 } ?? false }) { return key }
    }
    return nil
  }

  private mutating func value(_ form: QuickKeys.Form) -> ScalarValue? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""):
      guard let text = string() else { return nil }
      return form.value(of: text, .doubleQuoted)
    case 0x30...0x39:
      guard let number = number() else { return nil }
      return form.value(of: number, .number)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      guard let literal = literal() else { return nil }
      return form.value(of: literal, .literal)
    default: return nil
    }
  }

  /// A number that is not negative and has no exponent.
  private mutating func number() -> UnsafeBufferPointer<UInt8>? {
    let start = index
    var points = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") { points += 1 } else if byte &- 0x30 >= 10 { break }
      index += 1
    }
    let number = UnsafeBufferPointer(rebasing: bytes[start..<index])
    let hasNeedlessZero = number.count > 1 && number[0] == 0x30 && number[1] != UInt8(ascii: ".")
    guard points <= 1, number.last != UInt8(ascii: "."), !hasNeedlessZero else { return nil }
    return number
  }

  private mutating func literal() -> UnsafeBufferPointer<UInt8>? {
    for literal: StaticString in ["true", "false"] {
      let count = literal.utf8CodeUnitCount
      guard bytes.count - index >= count, let base = bytes.baseAddress,
        memcmp(base + index, literal.utf8Start, count) == 0
      else { continue }
      defer { index += count }
      return UnsafeBufferPointer(rebasing: bytes[index..<index + count])
    }
    return nil
  }
}
