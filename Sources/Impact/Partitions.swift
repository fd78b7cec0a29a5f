import Host

/// Records sorted out into files by a key, so that all records of a key are in one file and each file can be dealt with
/// alone.
struct Partitions {
  /// Sorting out a file again has to part keys that the level above put together.
  private let level: Int
  private var files: [RecordFile?]

  static let count = 32

  init(level: Int) {
    self.level = level
    files = Array(repeating: nil, count: Partitions.count)
  }

  mutating func append(_ record: [UInt8], of key: String) throws(SystemFailure) {
    let index = Partitions.index(of: key, level: level, among: files.count)
    if let file = files[index] {
      try file.append(record)
    } else {
      let file = try RecordFile()
      files[index] = file
      try file.append(record)
    }
  }

  /// The next file; it is gone when it was used. Nil after the last.
  mutating func takeNext() -> RecordFile? {
    guard let index = files.firstIndex(where: { $0 != nil }) else { return nil }
    defer { files[index] = nil }
    return files[index]
  }

  /// Which of so many parts a key belongs to. It differs from run to run, and no result depends on it.
  static func index(of key: String, level: Int, among count: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(level)
    hasher.combine(key)
    return Int(UInt(bitPattern: hasher.finalize()) % UInt(count))
  }
}
