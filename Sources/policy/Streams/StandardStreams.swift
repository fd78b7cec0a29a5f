import Glibc
import Host

/// The process's output streams, as file descriptors: data on 1, everything else on 2.
enum StandardStreams {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  static func output(_ text: String) { write(text, to: .output) }

  static func error(_ text: String) { write(text, to: .error) }

  static func write(_ text: String, to stream: Stream) { write(Array(text.utf8), to: stream) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func write(_ bytes: [UInt8], to stream: Stream) {
    // Nobody reads on, or the disk is full: there is nothing useful left to do with the rest.
    if !Descriptor.write(bytes, to: stream.rawValue) { Glibc.exit(2) }
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
    StandardStreams.write(bytes, to: .output)
    bytes.removeAll(keepingCapacity: true)
  }
}
