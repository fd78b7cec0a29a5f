/// A claim's line with the members cut out in which claims that are alike differ. What is left between the cuts, spaces
/// and the order of members included, is what they have in common.
///
/// Lines in any other form than the plain one are not cut; they are read in the general way, which says what is wrong.
struct CutLine: ~Copyable {
  struct Cut {
    var member: AlikeMember
    /// Of the text without its quotes, or of the number.
    var start: Int32
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private static let limit = 48

  /// The first ``count`` of them are set.
  let cuts = UnsafeMutablePointer<Cut>.allocate(capacity: CutLine.limit)
  private(set) var count = 0
  /// Of everything between the cuts.
  private(set) var hash: UInt64 = 0

  private let finder = AlikeMember.Finder()
  private var index = 0

  deinit { cuts.deallocate() }

  /// Cuts a line; false when it is not of the plain form.
  mutating func cut(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    (count, index) = (0, 0)
    guard line.count < Int(Int32.max), readObject(line, ofAccounts: false) else { return false }
    skipSpace(line)
    guard index == line.count else { return false }
    hash = hashed(line)
    return true
  }

  @inline(__always)
  private mutating func skipSpace(_ line: UnsafeBufferPointer<UInt8>) {
    while index < line.count, line[index] == 0x20 || line[index] == 0x09 || line[index] == 0x0D { index += 1 }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    skipSpace(line)
    guard index < line.count, line[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func readObject(_ line: UnsafeBufferPointer<UInt8>, ofAccounts: Bool) -> Bool {
    guard take(0x7B, line) else { return false }
    if take(0x7D, line) { return true }
    repeat {
      skipSpace(line)
      guard let name = plainText(line), take(0x3A, line) else { return false }
      skipSpace(line)
      let member = ofAccounts ? .account : finder.member(UnsafeBufferPointer(rebasing: line[name]))
      guard readValue(of: member, line) else { return false }
    } while take(0x2C, line)
    return take(0x7D, line)
  }

  private mutating func readValue(of member: AlikeMember, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < line.count else { return false }
    switch member {
    case .single: return false
    case .telling: return skipValue(line)
    case .accounts: return readObject(line, ofAccounts: true)
    default: break
    }
    let value: Range<Int>
    if line[index] == 0x22 {
      guard let text = plainText(line) else { return false }
      value = text
    } else {
      value = number(line)
    }
    guard !value.isEmpty, count < CutLine.limit else { return false }
    cuts[count] = Cut(
      member: member, start: Int32(truncatingIfNeeded: value.lowerBound),
      end: Int32(truncatingIfNeeded: value.upperBound))
    count += 1
    return true
  }

  /// A text of printable ASCII without escapes, which is what it says; nil for others.
  private mutating func plainText(_ line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard index < line.count, line[index] == 0x22 else { return nil }
    let start = index + 1
    var end = start
    while end < line.count {
      let byte = line[end]
      if byte == 0x22 {
        index = end + 1
        return start..<end
      }
      guard byte >= 0x20, byte < 0x7F, byte != 0x5C else { return nil }
      end += 1
    }
    return nil
  }

  private mutating func number(_ line: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = index
    while index < line.count, (line[index] >= 0x30 && line[index] <= 0x39) || line[index] == 0x2E { index += 1 }
    return start..<index
  }

  /// Passes a value over, whatever it is. That it is well formed shows when the first claim is read that has it.
  private mutating func skipValue(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var depth = 0
    while index < line.count {
      switch line[index] {
      case 0x22: guard skipText(line) else { return false }
      case 0x7B, 0x5B:
        depth += 1
        index += 1
      case 0x7D, 0x5D:
        // The end of what the value stands in.
        if depth == 0 { return true }
        depth -= 1
        index += 1
      case 0x2C where depth == 0: return true
      default: index += 1
      }
    }
    return false
  }

  private mutating func skipText(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    index += 1
    while index < line.count {
      switch line[index] {
      case 0x22:
        index += 1
        return true
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return false
  }

  private func hashed(_ line: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count)
    var start = 0
    for number in 0...count {
      let end = number < count ? Int(cuts[number].start) : line.count
      hash = CutLine.mixed(hash, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(line)[start..<end]))
      if number < count { start = Int(cuts[number].end) }
    }
    return hash
  }

  private static func mixed(_ hash: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = hash ^ UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3
      offset += 1
    }
    return hash ^ (hash >> 32)
  }
}
