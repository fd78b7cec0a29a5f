import Host

/// Records of any length in a temporary file, written one after the other and read in that order.
final class RecordFile {
  private let file: TemporaryFile
  private var pending: [UInt8] = []
  private static let piece = 1 << 16

  init() throws(SystemFailure) { file = try TemporaryFile() }

  func append(_ record: [UInt8]) throws(SystemFailure) {
    pending.append(contentsOf: Bytes.of(UInt32(record.count)))
    pending.append(contentsOf: record)
    if pending.count >= RecordFile.piece { try flush() }
  }

  func forEach(_ body: ([UInt8]) throws(SystemFailure) -> Void) throws(SystemFailure) {
    try flush()
    var buffer: [UInt8] = []
    var start = 0
    var offset = 0
    while true {
      let length = buffer.count - start >= 4 ? Int(Bytes.number(buffer[start...], as: UInt32.self)) : nil
      if let length, buffer.count - start >= 4 + length {
        try body(Array(buffer[start + 4..<start + 4 + length]))
        start += 4 + length
        continue
      }
      buffer.removeSubrange(..<start)
      start = 0
      let more = try file.read(max(RecordFile.piece, length ?? 0), at: offset)
      if more.isEmpty { return }
      offset += more.count
      buffer += more
    }
  }

  private func flush() throws(SystemFailure) {
    try file.append(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

/// Whole numbers as bytes, the lowest first.
enum Bytes {
  static func of(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// The number at the beginning of bytes, which are long enough.
  static func number<Number: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>, as type: Number.Type) -> Number {
    bytes.prefix(Number.bitWidth / 8).reversed().reduce(Number.zero) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }
}
