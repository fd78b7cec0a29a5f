import Glibc

/// Bytes to and from open files; interrupted calls go on.
enum FileBytes {
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        offset += written
      } else if errno != EINTR {
        throw SystemFailure(errno)
      }
    }
  }

  /// At most so many bytes from a place in the file; fewer only at its end.
  static func read(_ count: Int, at offset: Int, of descriptor: Int32) throws(SystemFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
      }
      if got == 0 { break }
      if got > 0 {
        filled += got
      } else if errno != EINTR {
        throw SystemFailure(errno)
      }
    }
    return filled == count ? bytes : Array(bytes[..<filled])
  }
}
