import Dispatch
import Lines
import Synchronization
import TestSupport
import Testing

@Suite("lines answered on several threads")
struct OrderedBlocksTests {
  /// Answers each line with its number and text; refuses empty ones. Takes its time now and then, so that later blocks are
  /// done before earlier ones.
  private struct Echo: BlockWorker {
    var generator: SeededGenerator

    mutating func answer(_ block: LineBlock, into answers: inout [UInt8]) -> Int {
      var refused = 0
      block.forEachLine { line, number in
        guard case .text(let bytes) = line else { return }
        if bytes.isEmpty { refused += 1 }
        answers.append(contentsOf: Array("\(number) ".utf8) + Array(bytes) + [0x0A])
      }
      if Int.random(in: 0..<20, using: &generator) == 0 { DispatchSemaphore(value: 0).wait(forMilliseconds: 1) }
      return refused
    }
  }

  private static let text = (1...2000).map { $0 % 7 == 0 ? "\n" : "line \($0)\n" }.joined()
  private static let answered = (1...2000).map { $0 % 7 == 0 ? "\($0) \n" : "\($0) line \($0)\n" }.joined()

  @Test("answers come in the order of the lines", arguments: [1, 2, 7], [1, 40, 1000, 100_000])
  func order(threads: Int, size: Int) throws {
    try ScratchFile.with(Array(OrderedBlocksTests.text.utf8)) { path in
      let reader = try Opened.blocks(of: path, size: size)
      let written = Mutex<(bytes: [UInt8], lines: Int)>(([], 0))
      let seeds = Atomic(UInt64(0))
      let tally = OrderedBlocks.answer(reader, threads: threads) {
        Echo(generator: SeededGenerator(seed: seeds.add(1, ordering: .relaxed).newValue))
      } to: { answers, lines in
        written.withLock {
          $0.bytes += answers
          $0.lines += lines
        }
      }
      let (bytes, lines) = written.withLock { $0 }
      #expect(String(decoding: bytes, as: UTF8.self) == OrderedBlocksTests.answered)
      #expect(lines == 2000 && tally.lines == 2000 && tally.refused == 2000 / 7 && !tally.isCutShort)
    }
  }

  /// Counts the blocks that were begun.
  private struct Counter: BlockWorker {
    let begun: Begun

    mutating func answer(_ block: LineBlock, into answers: inout [UInt8]) -> Int {
      begun.blocks.add(1, ordering: .relaxed)
      return 0
    }
  }

  private final class Begun: Sendable {
    let blocks = Atomic(0)
    let written = Atomic(0)
    let mostAhead = Atomic(0)
  }

  @Test("reading waits for a slow writer", arguments: [1, 3])
  func backPressure(threads: Int) throws {
    try ScratchFile.with(Array(OrderedBlocksTests.text.utf8)) { path in
      let reader = try Opened.blocks(of: path, size: 16)
      let begun = Begun()
      let tally = OrderedBlocks.answer(reader, threads: threads) {
        Counter(begun: begun)
      } to: { _, _ in
        // The first answers are written slowly: the threads run ahead as far as they may.
        let isFirst = begun.written.add(1, ordering: .relaxed).oldValue < 3
        if isFirst { DispatchSemaphore(value: 0).wait(forMilliseconds: 50) }
        let ahead = begun.blocks.load(ordering: .relaxed) - begun.written.load(ordering: .relaxed) + 1
        begun.mostAhead.max(ahead, ordering: .relaxed)
      }
      #expect(begun.written.load(ordering: .relaxed) > 1000 && tally.lines == 2000)
      #expect(begun.mostAhead.load(ordering: .relaxed) <= 4 * threads)
    }
  }

  @Test func aReadingThatFailsIsTold() throws {
    let reader = try Opened.blocks(of: "/")
    let tally = OrderedBlocks.answer(reader, threads: 2) {
      Echo(generator: SeededGenerator(seed: 1))
    } to: { _, _ in
    }
    #expect(tally.isCutShort && tally.lines == 0)
  }
}

extension DispatchSemaphore {
  /// Lets the time pass, unless somebody signals.
  fileprivate func wait(forMilliseconds milliseconds: Int) { _ = wait(timeout: .now() + .milliseconds(milliseconds)) }
}
