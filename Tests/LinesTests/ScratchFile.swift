import Foundation
import Lines

/// A file that is there during a call.
enum ScratchFile {
  static func with<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }
}

/// A file could not be opened.
struct NotOpened: Error {}

/// Readers that are there, or the test ends: `#require` takes nothing that cannot be copied.
enum Opened {
  static func blocks(
    of path: String, size: Int = LineBlockReader.size, limit: Int = LineBlockReader.limit,
    mostLines: Int = LineBlockReader.mostLines
  ) throws -> LineBlockReader {
    guard let reader = LineBlockReader(path: path, size: size, limit: limit, mostLines: mostLines) else {
      throw NotOpened()
    }
    return reader
  }

  static func lines(of path: String) throws -> LineReader {
    guard let reader = LineReader(path: path) else { throw NotOpened() }
    return reader
  }
}
