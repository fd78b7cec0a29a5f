import Format
import Standing
import Values

/// Reads one filing of a claim.
enum FilingRecordReader {
  /// Nil when a part that it cannot do without was not readable.
  static func read(_ reading: Reading) -> Claim.FilingRecord? {
    guard let kind = reading["kind"]?.word, let filedOn = ClaimReader.day(reading["filed_on"]) else { return nil }
    let filing = Filing(
      id: ClaimReader.told(reading["filing_id"]), kind: kind, subKind: reading["sub_kind"]?.word, filedOn: filedOn,
      begins: ClaimReader.day(reading["begndate"]) ?? filedOn, lastDay: ClaimReader.day(reading["enddate"]),
      areas: texts(reading["areas"]).compactMap { RegionCode($0) }, institutions: Set(texts(reading["institutions"])),
      diseases: Set(texts(reading["diseases"])), insurance: nil, employer: ClaimReader.told(reading["emp_no"]),
      isPromised: ClaimReader.flag(reading["promised"]), papersOn: ClaimReader.day(reading["papers_on"]),
      endedOn: ClaimReader.day(reading["ended_on"]), isAgreed: ClaimReader.flag(reading["agreed"]))
    return Claim.FilingRecord(filing: filing, insurance: ClaimReader.coded(reading["insutype"]), place: reading.place)
  }

  private static func texts(_ reading: Reading?) -> [String] { (reading?.items ?? []).compactMap(\.text) }
}
