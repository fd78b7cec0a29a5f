import Findings
import FundDesk
import Records

/// Takes the answer of clearing as it comes. The tables are kept, which grow with the provinces and not with the files;
/// refused records go where they are wanted and only the first of them are kept, for there may be any number.
final class ClearAnswer: AnswerSink {
  private let lines: AnswerLines?
  private let refusals: AnswerFile?
  private let mostListed: Int
  private(set) var tables: [AnswerRecord] = []
  private(set) var listed: [AnswerRecord] = []
  private(set) var refused = 0

  /// - Parameters:
  ///   - lines: gets the whole answer.
  ///   - refusals: gets all refused records.
  ///   - mostListed: how many refused records are kept.
  init(lines: AnswerLines?, refusals: AnswerFile?, mostListed: Int) {
    self.lines = lines
    self.refusals = refusals
    self.mostListed = mostListed
  }

  func write(_ record: AnswerRecord) {
    lines?.write(record)
    guard record.kind.name == RefusedRecord.kind.name else {
      tables.append(record)
      return
    }
    refused += 1
    refusals?.write(record)
    if listed.count < mostListed { listed.append(record) }
  }

  /// - Throws: the exit code for a file that could not be written to its end.
  func close() throws {
    lines?.flush()
    try refusals?.close()
  }
}
