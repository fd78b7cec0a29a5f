import Host

/// The line that the next one of a log follows.
enum LastLine {
  /// Digest of the last whole line of the newest part that has one; nil for a new log.
  static func digest(_ names: LogFileNames) throws(SystemFailure) -> String? {
    for path in [names.current] + (try names.numbers().reversed().map { names.path($0) }) {
      if let line = try wholeLine(of: path) { return Digest.of(line) }
    }
    return nil
  }

  /// Without its end.
  private static func wholeLine(of path: String) throws(SystemFailure) -> [UInt8]? {
    let file = try ReadOnlyFile(path: path)
    let end = try LineEnds.last(in: file, before: try file.size())
    if end == 0 { return nil }
    let start = try LineEnds.last(in: file, before: end - 1)
    let line = try file.read(end - 1 - start, at: start)
    // Whoever reads the log takes either line end.
    return line.last == 0x0D ? line.dropLast() : line
  }
}
