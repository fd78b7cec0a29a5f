#if Server
  import Dispatch
  import Glibc
  import Synchronization

  /// Lines on their way to standard error. Written by a thread of their own, so that a log that nobody reads stops
  /// nothing: what does not fit is counted and left out.
  package final class LogLines: Sendable {
    private struct State {
      var waiting: [UInt8] = []
      var isWriting = false
      var lost = 0
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "policy.log")
    private let limit: Int

    /// - Parameter limit: bytes that may wait.
    init(limit: Int = 1 << 20) { self.limit = limit }

    /// Lines that were left out.
    package var lost: Int { state.withLock { $0.lost } }

    func add(_ line: String) {
      let begins = state.withLock { state in
        guard state.waiting.count + line.utf8.count < limit else {
          state.lost += 1
          return false
        }
        state.waiting += line.utf8
        state.waiting.append(0x0A)
        defer { state.isWriting = true }
        return !state.isWriting
      }
      if begins { queue.async { self.write() } }
    }

    private func write() {
      while let lines = take() { LogLines.write(lines[...]) }
    }

    private func take() -> [UInt8]? {
      state.withLock { state in
        if state.waiting.isEmpty {
          state.isWriting = false
          return nil
        }
        defer { state.waiting = [] }
        return state.waiting
      }
    }

    private static func write(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        // Nobody is there to take it.
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }

    /// Waits for what is on its way, but not for a reader that does not read.
    package func finish() {
      let isWritten = DispatchSemaphore(value: 0)
      queue.async { isWritten.signal() }
      _ = isWritten.wait(timeout: .now() + .seconds(1))
    }
  }
#endif
