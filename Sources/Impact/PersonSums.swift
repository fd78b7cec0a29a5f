import Host

/// How many gain, lose, and stay as they are.
package struct Directions: Hashable, Sendable {
  package var gaining = 0
  package var losing = 0
  package var same = 0

  package init() {}

  mutating func count(_ change: Int128) {
    if change > 0 {
      gaining += 1
    } else if change < 0 {
      losing += 1
    } else {
      same += 1
    }
  }

  static func += (sum: inout Directions, other: Directions) {
    sum.gaining += other.gaining
    sum.losing += other.losing
    sum.same += other.same
  }
}

/// The change of each person, over all claims.
///
/// Sums beyond the limit go to temporary files, sorted out by person, and are added up file by file in the end: memory
/// does not grow with the number of persons.
struct PersonSums {
  private var sums: [String: Int128] = [:]
  /// About what they take in memory.
  private var size = 0
  private let limit: Int
  private let level: Int
  private var partitions: Partitions?

  init(limit: Int, level: Int = 0) {
    self.limit = limit
    self.level = level
  }

  /// A dictionary's share for an entry besides its name.
  private static let entrySize = 96

  mutating func add(_ change: Int128, of person: String) throws(SystemFailure) {
    if sums[person] == nil { size += person.utf8.count + PersonSums.entrySize }
    sums[person, default: 0] += change
    if size > limit, sums.count > 1 { try spill() }
  }

  private mutating func spill() throws(SystemFailure) {
    var files = partitions ?? Partitions(level: level)
    for (person, sum) in sums { try files.append(Bytes.of(sum) + Array(person.utf8), of: person) }
    partitions = files
    sums.removeAll(keepingCapacity: true)
    size = 0
  }

  /// Counts the persons; the sums are gone then.
  mutating func finish() throws(SystemFailure) -> Directions {
    var counts = Directions()
    if partitions == nil {
      for sum in sums.values { counts.count(sum) }
      return counts
    }
    try spill()
    sums = [:]
    while let file = partitions?.takeNext() {
      var part = PersonSums(limit: limit, level: level + 1)
      try file.forEach { record throws(SystemFailure) in
        try part.add(
          Bytes.number(record[...], as: Int128.self), of: String(decoding: record.dropFirst(16), as: UTF8.self))
      }
      counts += try part.finish()
    }
    return counts
  }
}
