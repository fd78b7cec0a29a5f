import Host

/// Finds lines from the end of a file, however long it is.
enum LineEnds {
  private static let piece = 1 << 16

  /// Just after the last line end among the first so many bytes; 0 when there is none.
  static func last(in file: some ReadableFile, before limit: Int) throws(SystemFailure) -> Int {
    var end = limit
    while end > 0 {
      let start = max(0, end - piece)
      let bytes = try file.read(end - start, at: start)
      if let last = bytes.lastIndex(of: 0x0A) { return start + last + 1 }
      end = start
    }
    return 0
  }
}
