import Glibc
import Host

/// Sorts any number of entries by the bytes of their keys in bounded memory; equal keys stay in the order they were added.
///
/// What does not fit into memory goes as sorted runs into one nameless temporary file, and is merged from there.
package struct ExternalSorter: ~Copyable {
  package typealias Entry = (key: [UInt8], payload: [UInt8])

  /// Bytes of entries that are kept in memory before they become a run.
  private let memory: Int
  private var bytes: [UInt8] = []
  private var spans: [Span] = []
  private var runs: [Range<Int>] = []
  private var file: TemporaryFile?
  private var written = 0
  private var merge: RunMerge?
  private var next = 0

  /// Where an entry's key and payload lie in memory.
  private struct Span {
    let start: Int
    let keyEnd: Int
    let end: Int
  }

  package init(memory: Int = 64 << 20) { self.memory = max(memory, 1) }

  /// - Throws: when the temporary file cannot be written.
  package mutating func add(key: some Collection<UInt8>, payload: some Collection<UInt8>) throws(SystemFailure) {
    let start = bytes.count
    bytes.append(contentsOf: key)
    let keyEnd = bytes.count
    bytes.append(contentsOf: payload)
    spans.append(Span(start: start, keyEnd: keyEnd, end: bytes.count))
    if bytes.count + spans.count * MemoryLayout<Span>.stride >= memory { try spill() }
  }

  /// Call once, after the last entry and before the first `popFirst`.
  ///
  /// - Throws: when the temporary file cannot be used.
  package mutating func finish() throws(SystemFailure) {
    guard let file else {
      sort()
      return
    }
    if !spans.isEmpty { try spill() }
    bytes = []
    spans = []
    merge = try RunMerge(file, runs: runs)
  }

  /// The entry with the least key of those that are left; nil after the last.
  ///
  /// - Throws: when the temporary file cannot be read.
  package mutating func popFirst() throws(SystemFailure) -> Entry? {
    if merge != nil { return try merge?.popFirst() }
    guard next < spans.count else { return nil }
    defer { next += 1 }
    let span = spans[next]
    return (Array(bytes[span.start..<span.keyEnd]), Array(bytes[span.keyEnd..<span.end]))
  }

  private mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      spans.sort { left, right in
        let (leftCount, rightCount) = (left.keyEnd - left.start, right.keyEnd - right.start)
        let order = memcmp(base + left.start, base + right.start, min(leftCount, rightCount))
        if order != 0 { return order < 0 }
        return leftCount == rightCount ? left.start < right.start : leftCount < rightCount
      }
    }
  }

  private mutating func spill() throws(SystemFailure) {
    sort()
    if self.file == nil { self.file = try TemporaryFile() }
    guard let file else { return }
    let start = written
    var piece: [UInt8] = []
    for span in spans {
      RunMerge.append(span.keyEnd - span.start, to: &piece)
      RunMerge.append(span.end - span.keyEnd, to: &piece)
      piece.append(contentsOf: bytes[span.start..<span.end])
      if piece.count >= RunMerge.piece {
        try file.append(piece)
        written += piece.count
        piece.removeAll(keepingCapacity: true)
      }
    }
    try file.append(piece)
    written += piece.count
    runs.append(start..<written)
    bytes.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }
}

/// The runs of a sort, read together.
struct RunMerge {
  /// Bytes of a reading.
  static let piece = 1 << 18

  private let file: TemporaryFile
  /// A heap by key, then by run: the order of adding.
  private var heads: [Head] = []

  init(_ file: TemporaryFile, runs: [Range<Int>]) throws(SystemFailure) {
    self.file = file
    // Many runs share what one would have, so that memory stays bounded.
    let size = max(4096, min(RunMerge.piece, (32 << 20) / max(runs.count, 1)))
    for (index, run) in runs.enumerated() {
      var cursor = RunCursor(rest: run, size: size)
      if let entry = try cursor.next(of: file) { heads.append(Head(entry: entry, run: index, cursor: cursor)) }
    }
    for index in heads.indices.reversed() { sink(index) }
  }

  mutating func popFirst() throws(SystemFailure) -> ExternalSorter.Entry? {
    guard let first = heads.first?.entry else { return nil }
    if let entry = try heads[0].cursor.next(of: file) {
      heads[0].entry = entry
    } else {
      heads[0] = heads[heads.count - 1]
      heads.removeLast()
    }
    sink(0)
    return first
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heads.count && heads[child].isBefore(heads[least]) {
        least = child
      }
      if least == index { return }
      heads.swapAt(index, least)
      index = least
    }
  }

  private struct Head {
    var entry: ExternalSorter.Entry
    let run: Int
    var cursor: RunCursor

    func isBefore(_ other: Head) -> Bool {
      let count = min(entry.key.count, other.entry.key.count)
      let order = memcmp(entry.key, other.entry.key, count)
      if order != 0 { return order < 0 }
      let (own, others) = (entry.key.count, other.entry.key.count)
      return own == others ? run < other.run : own < others
    }
  }

  static func append(_ count: Int, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
  }
}

/// Where reading a run is.
private struct RunCursor {
  /// What was not read yet.
  var rest: Range<Int>
  let size: Int
  private var buffer: [UInt8] = []
  private var start = 0

  init(rest: Range<Int>, size: Int) {
    self.rest = rest
    self.size = size
  }

  mutating func next(of file: TemporaryFile) throws(SystemFailure) -> ExternalSorter.Entry? {
    guard try fill(8, file) else { return nil }
    let (key, payload) = (count(at: start), count(at: start + 4))
    guard try fill(8 + key + payload, file) else { return nil }
    let keyStart = start + 8
    defer { start = keyStart + key + payload }
    return (
      Array(buffer[keyStart..<keyStart + key]), Array(buffer[keyStart + key..<keyStart + key + payload])
    )
  }

  /// Whether so many bytes are there, after reading on if need be.
  private mutating func fill(_ wanted: Int, _ file: TemporaryFile) throws(SystemFailure) -> Bool {
    while buffer.count - start < wanted {
      if rest.isEmpty { return false }
      buffer.removeSubrange(..<start)
      start = 0
      let more = try file.read(min(rest.count, max(size, wanted - buffer.count)), at: rest.lowerBound)
      if more.isEmpty { return false }
      rest = (rest.lowerBound + more.count)..<rest.upperBound
      buffer += more
    }
    return true
  }

  private func count(at index: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(buffer[index + $1]) << (8 * $1) }
  }
}
