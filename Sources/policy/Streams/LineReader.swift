import Glibc

/// Reads a file or standard input line by line in bounded memory.
struct LineReader: ~Copyable {
  /// A line, or that it was too long to keep.
  enum Line {
    case text([UInt8])
    case tooLong
    /// Reading failed; what comes after is lost.
    case failed
  }

  /// No claim is longer; what is gets an error record instead of memory.
  static let limit = 16 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var hasFailed = false

  /// `-` is standard input. Nil when the file cannot be opened.
  init?(path: String) {
    if path == "-" {
      descriptor = 0
    } else {
      let opened = open(path, O_RDONLY)
      guard opened >= 0 else { return nil }
      descriptor = opened
    }
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// The next line without its end; nil after the last. A last line without a line end counts, an empty rest does not.
  mutating func next() -> Line? {
    var scanned = start
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(to: end)
      }
      scanned = buffer.count
      if hasFailed {
        hasFailed = false
        return .failed
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(to: buffer.count)
      }
      if buffer.count - start > LineReader.limit { return skipLine() }
      scanned -= start
      fill()
    }
  }

  private func line(to end: Int) -> Line {
    let last = end > start && buffer[end - 1] == 0x0D ? end - 1 : end
    return .text(Array(buffer[start..<last]))
  }

  private mutating func skipLine() -> Line {
    while true {
      buffer.removeAll(keepingCapacity: true)
      start = 0
      fill()
      if let end = buffer.firstIndex(of: 0x0A) {
        start = end + 1
        return .tooLong
      }
      if isAtEnd { return .tooLong }
    }
  }

  /// Drops what was read and appends the next piece.
  private mutating func fill() {
    buffer.removeSubrange(..<start)
    start = 0
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return }
    if count < 0 { hasFailed = true }
    if count <= 0 { isAtEnd = true } else { buffer.append(contentsOf: piece[..<count]) }
  }
}

extension LineReader {
  /// All of a file; nil when it cannot be read.
  static func wholeFile(_ path: String) -> [UInt8]? {
    guard var reader = LineReader(path: path) else { return nil }
    var bytes: [UInt8] = []
    while let line = reader.next() {
      guard case .text(let text) = line else { return nil }
      bytes += text + [0x0A]
    }
    return bytes
  }
}
