#if Server
  import Findings
  import Hummingbird
  import NIOCore

  /// Settles the lines of a body while it comes in. Nothing more is read until what was settled has been taken.
  struct BatchSettlement: Sendable {
    let answerer: ClaimAnswerer
    let limits: ServiceLimits
    let metrics: ServiceMetrics

    /// Lines that go to another thread at once: few, so that batches take turns.
    private static let groupSize = 16

    /// What became of a batch.
    struct Progress: Sendable {
      var lines = 0
      /// A line took too long to come; the batch ended with it.
      var wasTooSlow = false
    }

    func run(_ body: RequestBody, to writer: inout any ResponseBodyWriter, _ progress: inout Progress) async throws {
      var splitter = LineSplitter(limit: limits.bodyBytes)
      var pieces = body.makeAsyncIterator()
      // How long the line was waited for that has not ended.
      var waited = Duration.zero
      while true {
        let start = ContinuousClock.now
        guard let buffer = try await pieces.next() else { break }
        waited += ContinuousClock.now - start
        metrics.received(buffer.readableBytes)
        let lines = splitter.lines(in: buffer.readableBytesView)
        if !lines.isEmpty || !splitter.isInLine { waited = .zero }
        try await answer(lines, &progress, &writer)
        if waited > .seconds(limits.bodySeconds) {
          progress.wasTooSlow = true
          progress.lines += 1
          try await write([answerer.refuse(tooSlow: limits.bodySeconds, line: progress.lines)], &writer)
          return try await writer.finish(nil)
        }
      }
      if let last = splitter.last() { try await answer([last], &progress, &writer) }
      try await writer.finish(nil)
    }

    private func answer(
      _ lines: [LineSplitter.Line], _ progress: inout Progress, _ writer: inout any ResponseBodyWriter
    ) async throws {
      var rest = lines[...]
      while !rest.isEmpty {
        let group = Array(rest.prefix(BatchSettlement.groupSize))
        rest = rest.dropFirst(group.count)
        let first = progress.lines + 1
        let answers = try await WorkPool.lines { self.answers(to: group, from: first) }
        progress.lines += group.count
        try await write(answers, &writer)
      }
    }

    private func write(_ answers: [BatchLine], _ writer: inout any ResponseBodyWriter) async throws {
      let settled = answers.count(where: \.isSettled)
      metrics.claims(settled: settled, refused: answers.count - settled)
      var buffer = ByteBuffer()
      for answer in answers { buffer.writeString(answer.text + "\n") }
      try await writer.write(buffer)
    }

    private func answers(to lines: [LineSplitter.Line], from first: Int) -> [BatchLine] {
      lines.enumerated().map { offset, line in
        switch line {
        case .text(let claim): answerer.settle(claim, line: first + offset)
        case .tooLong: answerer.refuse(tooLong: limits.bodyBytes, line: first + offset)
        }
      }
    }
  }
#endif
