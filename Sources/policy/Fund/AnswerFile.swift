import ArgumentParser
import Findings
import Glibc
import Host
import Records

/// A file that gets records as they come, one JSON a line, or rows of CSV.
final class AnswerFile: AnswerSink {
  private let path: String
  private let options: LanguageOptions
  private let row: (AnswerRecord) -> String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var hasFailed = false

  /// Lines of JSON.
  ///
  /// - Throws: the exit code for a file that cannot be written.
  convenience init(path: String, options: LanguageOptions) throws {
    try self.init(path: path, options: options) { $0.json + "\n" }
  }

  /// A table of one kind of record.
  ///
  /// - Throws: the exit code for a file that cannot be written.
  convenience init(path: String, table kind: RecordKind, options: LanguageOptions) throws {
    let language = options.language
    try self.init(path: path, options: options) { $0.csvRow(in: language) }
    pending = Array(AnswerRecord.csvHeader(of: kind, in: language).utf8)
  }

  private init(path: String, options: LanguageOptions, row: @escaping (AnswerRecord) -> String) throws {
    self.path = path
    self.options = options
    self.row = row
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure() }
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  func write(_ record: AnswerRecord) {
    pending.append(contentsOf: row(record).utf8)
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
