#if Server
  import Dispatch
  import NIOPosix

  /// Threads for work that takes its time: those of connections and tasks stay free.
  enum WorkPool {
    /// Claims: as many at once as there are cores.
    static func claims<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws -> Result {
      try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// Comparisons and reloads, which may take seconds: on threads of their own.
    static func long<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: work()) }
      }
    }

    private static let queue = DispatchQueue(label: "policy.long", qos: .utility, attributes: .concurrent)
  }
#endif
