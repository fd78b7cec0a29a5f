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
    package var bytesOfPart = 256 << 20
    package var flushesEveryLine = false

    package init(path: String) { self.path = path }
  }

  /// What was noticed on opening: a line that a crash left half written.
  package let notices: [Finding]
  private let settings: Settings
  private let names: LogFileNames
  private let lock: FileLock
  private let state: Mutex<State>

  private struct State {
    /// Nil while none could be opened.
    var file: AppendOnlyFile?
    /// Why the last line could not be written.
    var failure: SystemFailure?
  }

  /// Opens a log to be continued, or makes a new one.
  package init(_ settings: Settings) throws(Finding) {
    self.settings = settings
    names = LogFileNames(settings.path)
    let held: FileLock?
    do {
      held = try FileLock.take(names.lock)
    } catch {
      throw DecisionLog.finding(error, settings.path)
    }
    guard let held else { throw Finding(.logInUse, at: nil, ["path": settings.path]) }
    lock = held
    do {
      let (file, notices) = try DecisionLog.opened(names)
      self.notices = notices
      state = Mutex(State(file: file, failure: nil))
    } catch {
      throw DecisionLog.finding(error, settings.path)
    }
  }

  /// Adds a decision. When it throws, the decision must not be given: nothing of it is in the log, or, when only the
  /// disk did not confirm it, nobody knows for how long.
  package func append(_ record: DecisionRecord) throws(Finding) { try append(line: record.line) }

  /// Whether the last line could be written: whoever gives decisions is ready only then.
  package var isWritable: Bool { state.withLock { $0.failure == nil } }

  /// Tries again after a failure; the log tells that there was one.
  package func retry(at timestamp: String) -> Bool {
    guard let failure = state.withLock({ $0.failure }) else { return true }
    let note = JSONText.object([
      ("note", JSONText.string("resumed")), ("timestamp", JSONText.string(timestamp)),
      ("reason", JSONText.string(failure.reason)),
    ])
    do {
      try append(line: note)
      return true
    } catch {
      return false
    }
  }

  private func append(line: String) throws(Finding) {
    let bytes = Array(line.utf8) + [0x0A]
    do throws(SystemFailure) {
      try state.withLock { state throws(SystemFailure) in
        do throws(SystemFailure) {
          try write(bytes, &state)
          state.failure = nil
        } catch {
          state.failure = error
          throw error
        }
      }
    } catch {
      throw DecisionLog.finding(error, settings.path)
    }
  }

  private func write(_ bytes: [UInt8], _ state: inout State) throws(SystemFailure) {
    if let file = state.file, try !file.isReachable() { state.file = nil }
    if let file = state.file, try isFull(file, with: bytes.count) { try rotate(&state) }
    let file = try openFile(&state)
    try file.append(bytes)
    if settings.flushesEveryLine { try file.flush() }
  }

  private func openFile(_ state: inout State) throws(SystemFailure) -> AppendOnlyFile {
    if let file = state.file { return file }
    let file = try AppendOnlyFile(path: settings.path, opening: .whetherOrNotItIsThere)
    state.file = file
    return file
  }

  /// Even a line that is longer than a part gets one: it is not lost.
  private func isFull(_ file: AppendOnlyFile, with more: Int) throws(SystemFailure) -> Bool {
    let size = try file.size()
    return size > 0 && size + more > settings.bytesOfPart
  }

  private func rotate(_ state: inout State) throws(SystemFailure) {
    if settings.flushesEveryLine { try state.file?.flush() }
    let full = names.path(try names.nextNumber())
    // The name is taken first, and fails if it is there: renaming alone would replace a file of that name.
    _ = try AppendOnlyFile(path: full, opening: .asNew)
    do {
      try Folder.rename(settings.path, to: full)
    } catch {
      try? Folder.remove(full)
      throw error
    }
    state.file = nil
    state.file = try AppendOnlyFile(path: settings.path, opening: .asNew)
    if settings.flushesEveryLine { try Folder.flush(names.folder) }
  }

  private static func finding(_ failure: SystemFailure, _ path: String) -> Finding {
    Finding(.logNotWritten, at: nil, ["path": path, "reason": failure.reason])
  }
}

extension DecisionLog {
  /// The file with whole lines only.
  private static func opened(_ names: LogFileNames) throws(SystemFailure) -> (AppendOnlyFile, [Finding]) {
    let file = try AppendOnlyFile(path: names.current, opening: .whetherOrNotItIsThere)
    let torn = try TornLine.setAside(from: file, names)
    return (file, torn.map { [Finding(.logTornLine, at: nil, ["path": names.current, "aside": $0])] } ?? [])
  }
}
