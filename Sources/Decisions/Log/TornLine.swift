import Host

/// The half-written line that a crash can leave at the end of a log.
enum TornLine {
  private static let piece = 1 << 16

  /// Moves it to a file of its own and returns where; nil when the log ends with a whole line.
  ///
  /// It was never answered, but may tell what was going on; and it must not run into the next line.
  static func setAside(from file: AppendOnlyFile, _ names: LogFileNames) throws(SystemFailure) -> String? {
    let size = try file.size()
    let end = try endOfWholeLines(in: file, size)
    if end == size { return nil }
    let aside = names.path(try names.nextNumber(ending: LogFileNames.torn), ending: LogFileNames.torn)
    let copy = try AppendOnlyFile(path: aside, opening: .asNew)
    var offset = end
    while offset < size {
      let bytes = try file.read(min(piece, size - offset), at: offset)
      if bytes.isEmpty { break }
      try copy.append(bytes)
      offset += bytes.count
    }
    try copy.flush()
    try file.truncate(to: end)
    return aside
  }

  /// Just after the last line end.
  private static func endOfWholeLines(in file: AppendOnlyFile, _ size: Int) throws(SystemFailure) -> Int {
    var end = size
    while end > 0 {
      let start = max(0, end - piece)
      let bytes = try file.read(end - start, at: start)
      if let last = bytes.lastIndex(of: 0x0A) { return start + last + 1 }
      end = start
    }
    return 0
  }
}
