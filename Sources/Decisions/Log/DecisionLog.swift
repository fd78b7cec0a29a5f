import Findings
import Host
import Synchronization

/// The log of decisions: one line for each, written before the decision is given, and never changed.
///
/// Any number of threads may append at once. A line that `append` returned for survives the end of the program, however
/// it ends; with `flushesEveryLine` also that of the machine.
package final class DecisionLog: Sendable {
  package struct Settings: Sendable {
    package let path: String
    /// A part is full when the next line would make it longer.
    package var bytesOfPart = Settings.usualBytesOfPart
    package var flushesEveryLine = false

    package static let usualBytesOfPart = 256 << 20

    package init(path: String) { self.path = path }
  }

  /// That the log can no longer be written, or can be written again.
  package enum Change: Sendable {
    case stopped(Finding)
    case resumed
  }

  /// What was noticed on opening: a line that a crash left half written.
  package let notices: [Finding]
  private let state: Mutex<State>

  /// Opens a log to be continued, or makes a new one.
  package init(_ settings: Settings) throws(Finding) {
    let names = LogFileNames(settings.path)
    do throws(LogFailure) {
      let held = try LogFailure.ofSystem { () throws(SystemFailure) in try FileLock.take(names.lock) }
      guard let held else { throw LogFailure.inUse }
      let (writer, notices) = try LogWriter.opened(settings, names, held)
      self.notices = notices
      state = Mutex(State(path: settings.path, writer: writer))
    } catch {
      throw error.finding(settings.path)
    }
  }

  /// Adds a decision. When it throws, the decision must not be given: nothing of it is in the log, or, when only the
  /// disk did not confirm it, nobody knows for how long.
  package func append(_ record: DecisionRecord) throws(Finding) {
    let line = record.line
    try state.withLock { state throws(Finding) in
      try state.resume(at: record.circumstances.timestamp)
      try state.write(line)
    }
  }

  /// Whether the last line could be written and the files are where they were: whoever gives decisions is ready only
  /// then.
  package var isWritable: Bool { state.withLock { $0.isWritable() } }

  /// Tries again after a failure; the log tells that there was one.
  package func retry(at timestamp: String) -> Bool {
    state.withLock { state in
      do throws(Finding) {
        try state.resume(at: timestamp)
        return true
      } catch {
        return false
      }
    }
  }

  /// Tells from now on when the log can no longer be written, and when it can be again; nothing in between. What is
  /// called must not use the log.
  package func whenChanged(_ tell: @escaping @Sendable (Change) -> Void) { state.withLock { $0.tell = tell } }
}

extension DecisionLog {
  /// The writer, and whether it can write.
  private struct State {
    let path: String
    var writer: LogWriter
    /// Why the last line could not be written.
    var failure: LogFailure?
    var tell: @Sendable (Change) -> Void = { _ in }

    init(path: String, writer: LogWriter) {
      self.path = path
      self.writer = writer
    }

    /// After a failure the first line to be written tells of it, whoever tries first.
    mutating func resume(at timestamp: String) throws(Finding) {
      guard let failure else { return }
      try write(LogNote(timestamp: timestamp, reason: failure.reason).line)
      self.failure = nil
      tell(.resumed)
    }

    mutating func write(_ line: String) throws(Finding) {
      do throws(LogFailure) { try writer.append(line) } catch { throw failed(error) }
    }

    mutating func isWritable() -> Bool {
      guard failure == nil else { return false }
      do throws(LogFailure) {
        try writer.checkPlace()
        return true
      } catch {
        _ = failed(error)
        return false
      }
    }

    private mutating func failed(_ new: LogFailure) -> Finding {
      let finding = new.finding(path)
      if failure == nil { tell(.stopped(finding)) }
      failure = new
      return finding
    }
  }
}
