import Glibc

/// The process's output streams, as file descriptors: data on 1, everything else on 2.
enum StandardStreams {
  static func output(_ text: String) { write(Array(text.utf8), to: 1) }

  static func error(_ text: String) { write(Array(text.utf8), to: 2) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        // Nobody reads on, or the disk is full: there is nothing useful left to do with the rest.
        Glibc.exit(2)
      }
      offset += written
    }
  }
}

/// Collects output and writes it in large pieces.
struct OutputBuffer {
  private var bytes: [UInt8] = []

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { flush() }
  }

  mutating func flush() {
    StandardStreams.write(bytes, to: 1)
    bytes.removeAll(keepingCapacity: true)
  }
}
