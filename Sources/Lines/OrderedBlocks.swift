import Dispatch
import Synchronization

/// Answers the lines of a block; each thread has one of its own.
package protocol BlockWorker: ~Copyable, SendableMetatype {
  /// Appends the answers to all lines of a block.
  ///
  /// - Returns: how many of them are refusals.
  mutating func answer(_ block: LineBlock, into answers: inout [UInt8]) -> Int
}

/// Answers the lines of a file on several threads; the answers are written in the order of the lines.
///
/// Each thread reads the next block, answers it with nothing locked, and hands the answers in. Whoever hands in what is to be
/// written next writes it, and what waited for it. A block takes a place from before it is read until its answers are
/// written, and there are only a few: when writing is slow reading waits, and memory does not grow with the file.
package final class OrderedBlocks: Sendable {
  /// What became of all lines.
  package struct Tally: Sendable {
    package internal(set) var lines = 0
    package internal(set) var refused = 0
    /// Whether reading failed at some place; the lines before it were answered.
    package internal(set) var isCutShort = false
  }

  /// Writes the answers to the next lines, on any thread but on one at a time.
  package typealias Writer = @Sendable (_ answers: [UInt8], _ lines: Int) -> Void

  /// Enough that a thread need not wait for one that is a block or two behind.
  private static let placesOfAThread = 4

  private let source: Mutex<Source>
  private let outlet = Mutex(Outlet())
  private let places: DispatchSemaphore
  private let writer: Writer

  private init(_ reader: consuming LineBlockReader, places: Int, writer: @escaping Writer) {
    source = Mutex(Source(reader: reader))
    self.places = DispatchSemaphore(value: places)
    self.writer = writer
  }

  /// Returns when all answers are written.
  ///
  /// - Parameters:
  ///   - threads: how many, at least 1; one is the thread that calls.
  ///   - makeWorker: called once on each thread.
  package static func answer<Worker: BlockWorker & ~Copyable>(
    _ reader: consuming LineBlockReader, threads: Int, by makeWorker: @escaping @Sendable () -> Worker,
    to writer: @escaping Writer
  ) -> Tally {
    let blocks = OrderedBlocks(reader, places: max(threads, 1) * placesOfAThread, writer: writer)
    let others = DispatchGroup()
    for number in 1..<max(threads, 1) {
      // A serial queue of its own is a thread of its own; one queue for all would have as many as it sees fit.
      DispatchQueue(label: "policy.lines.\(number)").async(group: others) {
        var worker = makeWorker()
        blocks.work(&worker)
      }
    }
    var worker = makeWorker()
    blocks.work(&worker)
    others.wait()
    return blocks.tally()
  }

  private func work<Worker: BlockWorker & ~Copyable>(_ worker: inout Worker) {
    var block = LineBlock()
    while let turn = take(&block) {
      var answers = outlet.withLock { $0.spare.popLast() ?? [] }
      let refused = worker.answer(block, into: &answers)
      if handIn(Answered(bytes: consume answers, lines: block.lines, refused: refused), turn) { writeWhatIsThere() }
    }
  }

  /// The next block and which one it is; nil after the last.
  private func take(_ block: inout LineBlock) -> Int? {
    places.wait()
    let turn = source.withLock { $0.next(&block) }
    if turn == nil { places.signal() }
    return turn
  }

  /// - Returns: whether who brings them has to write now.
  private func handIn(_ answered: consuming Answered, _ turn: Int) -> Bool {
    outlet.withLock { $0.add(answered, turn) }
  }

  private func writeWhatIsThere() {
    while var next = outlet.withLock({ $0.next() }) {
      writer(next.bytes, next.lines)
      next.bytes.removeAll(keepingCapacity: true)
      outlet.withLock { $0.written(next) }
      places.signal()
    }
  }

  private func tally() -> Tally {
    var tally = outlet.withLock { $0.tally }
    tally.isCutShort = source.withLock { $0.reader.hasFailed }
    return tally
  }
}

private struct Source: ~Copyable {
  var reader: LineBlockReader
  private var taken = 0

  init(reader: consuming LineBlockReader) { self.reader = reader }

  mutating func next(_ block: inout LineBlock) -> Int? {
    guard reader.fill(&block) else { return nil }
    defer { taken += 1 }
    return taken
  }
}

private struct Answered: Sendable {
  var bytes: [UInt8]
  let lines: Int
  let refused: Int
}

/// Answers that wait for their turn.
private struct Outlet {
  /// Bytes of memory that is kept for the next answers; what unusual ones needed is given back.
  private static let mostSpare = 8 << 20

  /// Memory for further answers.
  var spare: [[UInt8]] = []
  private(set) var tally = OrderedBlocks.Tally()
  private var waiting: [Int: Answered] = [:]
  private var turn = 0
  private var isWriting = false

  mutating func add(_ answered: Answered, _ turn: Int) -> Bool {
    waiting[turn] = answered
    guard !isWriting, turn == self.turn else { return false }
    isWriting = true
    return true
  }

  /// What is to be written now; nil when it is not there yet, and then nobody writes.
  mutating func next() -> Answered? {
    let next = waiting.removeValue(forKey: turn)
    isWriting = next != nil
    return next
  }

  mutating func written(_ answered: Answered) {
    tally.lines += answered.lines
    tally.refused += answered.refused
    turn += 1
    if answered.bytes.capacity <= Outlet.mostSpare { spare.append(answered.bytes) }
  }
}
