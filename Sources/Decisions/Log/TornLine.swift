import Host

/// The half-written line that a crash can leave at the end of a log.
enum TornLine {
  private static let piece = 1 << 16

  /// Moves it to a file of its own and returns where; nil when the log ends with a whole line.
  ///
  /// It was never answered, but may tell what was going on; and it must not run into the next line.
  static func setAside(from file: AppendOnlyFile, _ names: LogFileNames) throws(LogFailure) -> String? {
    let (end, size) = try LogFailure.ofSystem { () throws(SystemFailure) in
      let size = try file.size()
      return (try LineEnds.last(in: file, before: size), size)
    }
    if end == size { return nil }
    let aside = names.path(try names.nextNumber(ending: LogFileNames.torn), ending: LogFileNames.torn)
    try LogFailure.ofSystem { () throws(SystemFailure) in try move(end..<size, of: file, to: aside) }
    return aside
  }

  /// Takes the end of a file to a new one.
  private static func move(_ range: Range<Int>, of file: AppendOnlyFile, to path: String) throws(SystemFailure) {
    let copy = try AppendOnlyFile(path: path, opening: .asNew)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let bytes = try file.read(min(piece, range.upperBound - offset), at: offset)
      if bytes.isEmpty { break }
      try copy.append(bytes)
      offset += bytes.count
    }
    try copy.flush()
    try file.truncate(to: range.lowerBound)
  }
}
