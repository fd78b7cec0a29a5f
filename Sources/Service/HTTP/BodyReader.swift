#if Server
  import Findings
  import Hummingbird
  import NIOCore

  /// A request's body, and its share of the memory that all bodies together may take.
  struct HeldBody: Sendable {
    var bytes: [UInt8] = []
    fileprivate var shares: [AdmissionShare] = []
  }

  /// Reads a body within its limits of length and time.
  struct BodyReader: Sendable {
    let limits: ServiceLimits
    let budget: Admission
    let metrics: ServiceMetrics

    func read(_ request: Request) async throws -> HeldBody {
      let body = request.body
      let held = try await withThrowingTaskGroup(of: HeldBody?.self) { group in
        group.addTask { try await collect(body) }
        group.addTask {
          try await Task.sleep(for: .seconds(limits.bodySeconds))
          return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
      }
      guard let held else {
        throw Refusal(408, .requestTooSlow, ["seconds": "\(limits.bodySeconds)"])
      }
      metrics.received(held.bytes.count)
      return held
    }

    private func collect(_ body: RequestBody) async throws -> HeldBody {
      var held = HeldBody()
      for try await buffer in body {
        guard held.bytes.count + buffer.readableBytes <= limits.bodyBytes else {
          throw Refusal(413, .bodyTooLarge, ["limit": "\(limits.bodyBytes)"])
        }
        guard let share = AdmissionShare(budget, buffer.readableBytes) else { throw ServiceGates.busy }
        held.shares.append(share)
        held.bytes.append(contentsOf: buffer.readableBytesView)
      }
      return held
    }
  }
#endif
