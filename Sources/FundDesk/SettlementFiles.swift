import Claims
import Findings
import FundSide
import Host
import PolicyModel
import Records

/// Files of settlement records that a question reads; whatever cannot be taken goes into its answer.
struct SettlementFiles {
  let sources: [RecordSource]
  let catalogue: Catalogue
  let sink: any AnswerSink
  let collector: FindingCollector
  /// Hears of each line that could not be read as a settlement, beside the answer.
  var onRefusal: (RefusedRecord) -> Void = { _ in }

  /// Hands over each record with the index of its file and the number of its line.
  ///
  /// - Returns: false and findings when a file cannot be read.
  func forEach<Failure: Error>(_ body: (SettlementRecord, _ file: Int, _ line: Int) throws(Failure) -> Void)
    throws(Failure) -> Bool
  {
    let reader = RecordReader(SettlementRecord.recordKind)
    for (index, source) in sources.enumerated() {
      let isRead = try reader.forEach(of: source) { line throws(Failure) in
        switch SettlementRecord.reading(line, catalogue) {
        case .refused(let refusal):
          sink.write(refusal.record)
          onRefusal(refusal)
        case .settlement(let record): try body(record, index, line.number)
        }
      }
      if !isRead { collector.report(.claimsUnreadable, at: nil, ["path": source.name]) }
    }
    return !collector.hasErrors
  }

  /// All records sorted by a key, however many there are; nil and findings when a file cannot be read.
  ///
  /// - Parameter memory: bytes that sorting may keep in memory.
  func sorted(
    memory: Int, by key: (SettlementRecord, _ file: Int) -> [UInt8]
  ) throws(SystemFailure) -> ExternalSorter? {
    var sorter = ExternalSorter(memory: memory)
    let isRead = try forEach { record, file, line throws(SystemFailure) in
      let item = SettlementBytes(file: file, line: line, record: record)
      try sorter.add(key: key(record, file), payload: item.encoded)
    }
    guard isRead else { return nil }
    try sorter.finish()
    return sorter
  }
}
