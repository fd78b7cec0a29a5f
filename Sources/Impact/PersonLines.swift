import Host

/// Lines in portions that fit into memory, each with all lines of the persons in it, in their order.
///
/// Lines beyond the limit go to temporary files, sorted out by person. What one person alone has is never parted.
struct PersonLines {
  /// A line and whose it is.
  struct Item {
    let person: String
    let line: ClaimLine
  }

  private var items: [Item] = []
  private var size = 0
  private var isOfSeveral = false
  private let limit: Int
  private let level: Int
  private var partitions: Partitions?

  /// - Parameter limit: bytes of a portion.
  init(limit: Int, level: Int = 0) {
    self.limit = limit
    self.level = level
  }

  mutating func add(_ item: Item) throws(SystemFailure) {
    if partitions != nil {
      try partitions?.append(PersonLines.record(of: item), of: item.person)
      return
    }
    if let first = items.first, first.person != item.person { isOfSeveral = true }
    items.append(item)
    size += item.line.bytes.count
    guard size > limit, isOfSeveral else { return }
    var files = Partitions(level: level)
    for item in items { try files.append(PersonLines.record(of: item), of: item.person) }
    partitions = files
    items = []
  }

  /// Hands out the portions; the lines are gone then.
  mutating func finish(_ body: ([Item]) throws(SystemFailure) -> Void) throws(SystemFailure) {
    guard partitions != nil else {
      try body(items)
      items = []
      return
    }
    while let file = partitions?.takeNext() {
      var part = PersonLines(limit: limit, level: level + 1)
      try file.forEach { record throws(SystemFailure) in try part.add(PersonLines.item(of: record)) }
      try part.finish(body)
    }
  }

  private static func record(of item: Item) -> [UInt8] {
    Bytes.of(Int64(item.line.number)) + Bytes.of(UInt32(item.person.utf8.count)) + Array(item.person.utf8)
      + item.line.bytes
  }

  private static func item(of record: [UInt8]) -> Item {
    let length = Int(Bytes.number(record.dropFirst(8), as: UInt32.self))
    let text = record.dropFirst(12)
    return Item(
      person: String(decoding: text.prefix(length), as: UTF8.self),
      line: ClaimLine(
        number: Int(Bytes.number(record[...], as: Int64.self)), bytes: Array(text.dropFirst(length))))
  }
}
