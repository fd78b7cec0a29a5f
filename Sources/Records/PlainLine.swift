import Format
import SourceTree

/// Reads lines of JSON in which nothing is unusual: one object of known keys, each once, with plain strings, numbers and
/// truth values that fit their keys. Most lines of large files are.
///
/// Any other line gives nil, and is read as a document: what is wrong with it is told there.
enum PlainLine {
  static func values(of kind: RecordKind, in line: [UInt8]) -> [ScalarValue?]? {
    line.withUnsafeBufferPointer { bytes in
      var scan = PlainScan(bytes: bytes)
      return scan.values(of: kind)
    }
  }
}

private struct PlainScan {
  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func values(of kind: RecordKind) -> [ScalarValue?]? {
    var values = [ScalarValue?](repeating: nil, count: kind.keys.count)
    var next = 0
    guard take(0x7B) else { return nil }
    repeat {
      guard let name = string(), take(0x3A), let found = position(of: name, in: kind, from: next), values[found] == nil,
        let scalar = scalar(), let value = PlainScan.value(of: scalar, for: kind.keys[found])
      else { return nil }
      values[found] = value
      next = found + 1
    } while take(0x2C)
    guard take(0x7D) else { return nil }
    skipSpaces()
    guard index == bytes.count, kind.keys.indices.allSatisfy({ values[$0] != nil || !kind.keys[$0].isRequired }) else {
      return nil
    }
    return values
  }

  private static func value(of scalar: Scalar, for key: Key) -> ScalarValue? {
    switch key.shape {
    case .scalar(let kind): return kind.value(of: scalar, in: .english)
    case .choice(let choice):
      return scalar.isQuoted && choice.words.contains { $0.english == scalar.text } ? .text(scalar.text) : nil
    default: return nil
    }
  }

  /// Keys mostly come in the order of the kind.
  private func position(of name: Range<Int>, in kind: RecordKind, from start: Int) -> Int? {
    let count = kind.names.count
    for offset in 0..<count {
      let candidate = start + offset < count ? start + offset : start + offset - count
      let expected = kind.names[candidate]
      guard expected.count == name.count else { continue }
      if zip(expected, bytes[name]).allSatisfy({ $0 == $1 }) { return candidate }
    }
    return nil
  }

  private mutating func scalar() -> Scalar? {
    skipSpaces()
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x22 {
      guard let range = string(), let text = String(validating: bytes[range], as: UTF8.self) else { return nil }
      return Scalar(text, .doubleQuoted)
    }
    let start = index
    while index < bytes.count, PlainScan.isOfWord(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if text == "true" || text == "false" { return Scalar(text, .literal) }
    guard PlainScan.isNumber(bytes[start..<index]) else { return nil }
    return Scalar(text, .number)
  }

  /// What stands between the quotes; nil where anything is escaped.
  private mutating func string() -> Range<Int>? {
    guard take(0x22) else { return nil }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 {
        index += 1
        return start..<index - 1
      }
      if byte == 0x5C || byte < 0x20 || byte == 0x7F { return nil }
      index += 1
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E
  }

  /// Digits without a needless zero, and decimals if any.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count == 1 || parts[0].first != 0x30 else { return false }
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
