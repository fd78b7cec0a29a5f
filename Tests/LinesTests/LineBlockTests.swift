import Lines
import Testing

@Suite("blocks of lines")
struct LineBlockTests {
  /// What a reader says of a line: its number, and its bytes unless it is too long.
  private struct Seen: Equatable {
    let number: Int
    let text: String?
  }

  private static let texts = [
    "", "\n", "\r\n", "\n\n\n", "a", "a\n", "a\r\n", "a\r", "\na", "one\ntwo\r\n\nfour\n", "one\ntwo\r\n\nfour",
    "one\n\r",
    "中文\r\n一行\n", "a long line that goes on\nb\nand one more that is long\nc", "x\n\ny\nz\n\n\n",
  ]

  /// The rule itself: a line feed ends a line, a carriage return before it goes with it, an empty rest is no line.
  private func expected(_ text: String, limit: Int) -> [Seen] {
    var lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      let own = line.last == 0x0D ? line.dropLast() : line
      return Seen(number: index + 1, text: line.count > limit ? nil : String(decoding: own, as: UTF8.self))
    }
  }

  private func seen(_ path: String, size: Int, limit: Int, mostLines: Int) throws -> [Seen] {
    var reader = try Opened.blocks(of: path, size: size, limit: limit, mostLines: mostLines)
    var block = LineBlock()
    var seen: [Seen] = []
    while reader.fill(&block) {
      let before = seen.count
      #expect(block.linesBefore == before)
      block.forEachLine { line, number in
        switch line {
        case .text(let bytes): seen.append(Seen(number: number, text: String(decoding: bytes, as: UTF8.self)))
        case .tooLong: seen.append(Seen(number: number, text: nil))
        }
      }
      #expect(block.lines == seen.count - before && (1...mostLines).contains(block.lines))
    }
    let goesOn = reader.fill(&block)
    #expect(!goesOn)
    let hasFailed = reader.hasFailed
    #expect(!hasFailed)
    return seen
  }

  @Test("wherever readings end, the lines are the same", arguments: texts)
  func boundaries(text: String) throws {
    try ScratchFile.with(Array(text.utf8)) { path in
      for size in 1...(text.utf8.count + 1) {
        for limit in [0, 1, 4, 1000] {
          for mostLines in [1, 2, 1000] {
            let found = try seen(path, size: size, limit: limit, mostLines: mostLines)
            #expect(found == expected(text, limit: limit), "\(size) bytes, limit \(limit), \(mostLines) lines")
          }
        }
      }
    }
  }

  @Test func ofALineThatIsTooLongLittleIsKept() throws {
    let long = [UInt8](repeating: 0x61, count: 3_000_000)
    try ScratchFile.with(Array("before\n".utf8) + long + Array("\nafter\n".utf8)) { path in
      let found = try seen(path, size: 1000, limit: 2000, mostLines: 10)
      #expect(found == [Seen(number: 1, text: "before"), Seen(number: 2, text: nil), Seen(number: 3, text: "after")])
    }
  }

  @Test func aFolderCannotBeRead() throws {
    var reader = try Opened.lines(of: "/")
    guard case .failed = reader.next() else {
      Issue.record("a folder was read")
      return
    }
    let more = reader.next()
    #expect(more == nil)
    let missing = LineBlockReader(path: "/no/such/file") == nil
    #expect(missing)
  }

  @Test func linesOneByOneAreThoseOfTheBlocks() throws {
    for text in LineBlockTests.texts {
      try ScratchFile.with(Array(text.utf8)) { path in
        var reader = try Opened.lines(of: path)
        var found: [Seen] = []
        while let line = reader.next() {
          guard case .text(let bytes) = line else { continue }
          found.append(Seen(number: found.count + 1, text: String(decoding: bytes, as: UTF8.self)))
        }
        #expect(found == expected(text, limit: LineReader.limit))
      }
    }
  }
}
