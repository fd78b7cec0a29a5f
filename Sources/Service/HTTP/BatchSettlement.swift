#if Server
  import Hummingbird
  import NIOCore

  /// Settles the lines of a body while it comes in. Nothing more is read until what was settled has been taken.
  struct BatchSettlement: Sendable {
    let answerer: ClaimAnswerer
    let limit: Int
    let metrics: ServiceMetrics

    /// Lines that go to another thread at once: few, so that single claims wait little for batches.
    private static let groupSize = 16

    /// How many lines were answered.
    func run(_ body: RequestBody, to writer: inout any ResponseBodyWriter) async throws -> Int {
      var splitter = LineSplitter(limit: limit)
      var count = 0
      for try await buffer in body {
        metrics.received(buffer.readableBytes)
        try await answer(splitter.lines(in: buffer.readableBytesView), &count, &writer)
      }
      if let last = splitter.last() { try await answer([last], &count, &writer) }
      try await writer.finish(nil)
      return count
    }

    private func answer(
      _ lines: [LineSplitter.Line], _ count: inout Int, _ writer: inout any ResponseBodyWriter
    ) async throws {
      var rest = lines[...]
      while !rest.isEmpty {
        let group = Array(rest.prefix(BatchSettlement.groupSize))
        rest = rest.dropFirst(group.count)
        let first = count + 1
        let answers = try await WorkPool.claims { self.answers(to: group, from: first) }
        let settled = answers.count(where: \.isSettled)
        metrics.claims(settled: settled, refused: answers.count - settled)
        count += group.count
        var buffer = ByteBuffer()
        for answer in answers { buffer.writeString(answer.text + "\n") }
        try await writer.write(buffer)
      }
    }

    private func answers(to lines: [LineSplitter.Line], from first: Int) -> [BatchLine] {
      lines.enumerated().map { offset, line in
        switch line {
        case .text(let claim): answerer.settle(claim, line: first + offset)
        case .tooLong: answerer.refuse(tooLong: limit, line: first + offset)
        }
      }
    }
  }
#endif
