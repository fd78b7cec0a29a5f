/// Bytes that are written one after the other into memory of its own.
struct ByteWriter: ~Copyable {
  private var memory = UnsafeMutableRawPointer.allocate(byteCount: 1 << 14, alignment: 1)
  private var capacity = 1 << 14
  private var count = 0
  private let pairs: UnsafeMutablePointer<UInt16>

  init() {
    pairs = .allocate(capacity: 100)
    for number in 0..<100 {
      let (tens, ones) = (UInt16(number / 10 + 0x30), UInt16(number % 10 + 0x30))
      pairs[number] = UInt16(littleEndian: tens | ones << 8)
    }
  }

  deinit {
    memory.deallocate()
    pairs.deallocate()
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  mutating func removeAll() { count = 0 }

  /// Makes room for so many bytes; what is written must not be more.
  mutating func reserve(_ additional: Int) {
    guard count + additional > capacity else { return }
    capacity = max(capacity * 2, count + additional)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = larger
  }

  @inline(__always)
  mutating func write(_ bytes: UnsafeRawPointer, _ length: Int) {
    memory.advanced(by: count).copyMemory(from: bytes, byteCount: length)
    count += length
  }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// At most ``widest`` bytes.
  mutating func write(yuan fen: Int64) {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    if fen < 0 { write(0x2D) }
    write(number: yuan)
    write(0x2E)
    write(pair: Int(rest))
  }

  mutating func write(number: UInt64) {
    if number < 100 {
      if number >= 10 { write(pair: Int(number)) } else { write(UInt8(truncatingIfNeeded: number) + 0x30) }
      return
    }
    let (high, low) = number.quotientAndRemainder(dividingBy: 100)
    write(number: high)
    write(pair: Int(low))
  }

  /// What a number takes at most.
  static let widest = 24

  @inline(__always)
  private mutating func write(pair: Int) {
    memory.advanced(by: count).storeBytes(of: pairs[pair], as: UInt16.self)
    count += 2
  }
}
