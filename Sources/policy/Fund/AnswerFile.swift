import ArgumentParser
import Findings
import Glibc
import Host
import Records

/// A file that gets records as they come, one JSON a line.
final class AnswerFile: AnswerSink {
  private let path: String
  private let options: LanguageOptions
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var hasFailed = false

  /// - Throws: the exit code for a file that cannot be written.
  init(path: String, options: LanguageOptions) throws {
    self.path = path
    self.options = options
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure() }
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  func write(_ record: AnswerRecord) {
    pending.append(contentsOf: record.json.utf8)
    pending.append(0x0A)
    if pending.count >= 1 << 16 { flush() }
  }

  /// - Throws: the exit code for a file that could not be written to its end.
  func close() throws {
    flush()
    if hasFailed { throw failure() }
  }

  private func flush() {
    if !Descriptor.write(pending, to: descriptor) { hasFailed = true }
    pending.removeAll(keepingCapacity: true)
  }

  private func failure() -> ExitCode {
    options.report([Finding(.fileNotWritten, at: nil, ["path": path])])
    return .unusable
  }
}
