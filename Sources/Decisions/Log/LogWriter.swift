import Findings
import Host

/// Writes lines at the end of a log, each with the digest of the one before; a part that is full gets its number.
struct LogWriter {
  private let settings: DecisionLog.Settings
  private let names: LogFileNames
  private let lock: FileLock
  /// Nil while none could be opened.
  private var file: AppendOnlyFile?
  /// Digest of the last whole line; nil before the first of a log.
  private var last: String?

  /// Adds an object that has at least one member.
  mutating func append(_ object: String) throws(LogFailure) {
    try checkPlace()
    let line = Array(LogChain.line(object, after: last).utf8)
    if try isFull(with: line.count + 1) { try rotate() }
    try LogFailure.ofSystem { () throws(SystemFailure) in try write(line) }
  }

  /// Fails when the files of the log are not where they were: what is written to a file that was moved is missed by
  /// whoever reads the log, and beside another lock there may be another writer.
  mutating func checkPlace() throws(LogFailure) {
    let isLocked = try LogFailure.ofSystem { () throws(SystemFailure) in try lock.isAtItsPath() }
    guard isLocked else { throw .displaced(names.lock) }
    guard let file else { return }
    switch try LogFailure.ofSystem({ () throws(SystemFailure) in try file.whereabouts() }) {
    case .atItsPath: break
    case .deleted: self.file = nil
    case .elsewhere: throw .displaced(names.current)
    }
  }

  private mutating func write(_ line: [UInt8]) throws(SystemFailure) {
    let file = try openFile()
    try file.append(line + [0x0A])
    // Even if the disk does not confirm it: the line is in the file, and the next one comes after it.
    last = Digest.of(line)
    if settings.flushesEveryLine { try file.flush() }
  }

  private mutating func openFile() throws(SystemFailure) -> AppendOnlyFile {
    if let file { return file }
    // What somebody else put there is not ours to continue.
    let file = try AppendOnlyFile(path: names.current, opening: .asNew)
    self.file = file
    return file
  }

  /// Even a line that is longer than a part gets one: it is not lost.
  private func isFull(with more: Int) throws(LogFailure) -> Bool {
    guard let file else { return false }
    return try LogFailure.ofSystem { () throws(SystemFailure) in
      // Half a line must not be left in a part that is done.
      try file.repair()
      let size = try file.size()
      return size > 0 && size + more > settings.bytesOfPart
    }
  }

  private mutating func rotate() throws(LogFailure) {
    let full = names.path(try names.nextNumber())
    try LogFailure.ofSystem { () throws(SystemFailure) in
      if settings.flushesEveryLine { try file?.flush() }
      try giveName(full)
      file = nil
      _ = try openFile()
      if settings.flushesEveryLine { try Folder.flush(names.folder) }
    }
  }

  private func giveName(_ full: String) throws(SystemFailure) {
    // The name is taken first, and fails if it is there: renaming alone would replace a file of that name.
    _ = try AppendOnlyFile(path: full, opening: .asNew)
    do {
      try Folder.rename(names.current, to: full)
    } catch {
      try? Folder.remove(full)
      throw error
    }
  }
}

extension LogWriter {
  /// A log to be continued, or a new one, with whole lines only; and what was noticed.
  static func opened(
    _ settings: DecisionLog.Settings, _ names: LogFileNames, _ lock: FileLock
  ) throws(LogFailure) -> (writer: LogWriter, notices: [Finding]) {
    // What could not be continued once the part is full is not begun.
    _ = try names.nextNumber()
    let file = try LogFailure.ofSystem { () throws(SystemFailure) in
      try AppendOnlyFile(path: names.current, opening: .whetherOrNotItIsThere)
    }
    let torn = try TornLine.setAside(from: file, names)
    let last = try LogFailure.ofSystem { () throws(SystemFailure) in try LastLine.digest(names) }
    return (
      LogWriter(settings: settings, names: names, lock: lock, file: file, last: last),
      torn.map { [Finding(.logTornLine, at: nil, ["path": names.current, "aside": $0])] } ?? []
    )
  }
}
