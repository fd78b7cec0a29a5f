#if Server
  import Dispatch
  import NIOCore
  import NIOPosix

  /// Threads for work that takes its time: those of connections and tasks stay free.
  enum WorkPool {
    /// Claims: as many at once as there are cores.
    static func claims<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws -> Result {
      try await NIOThreadPool.singleton.runIfActive(work)
    }

    /// Lines of batches: on threads of their own, so that single claims never queue behind them.
    static func lines<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws -> Result {
      try await batches.runIfActive(work)
    }

    private static let batches: NIOThreadPool = {
      let pool = NIOThreadPool(numberOfThreads: max(1, System.coreCount - 1))
      pool.start()
      return pool
    }()

    /// Comparisons and reloads, which may take seconds: on threads of their own.
    static func long<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: work()) }
      }
    }

    private static let queue = DispatchQueue(label: "policy.long", qos: .utility, attributes: .concurrent)
  }
#endif
