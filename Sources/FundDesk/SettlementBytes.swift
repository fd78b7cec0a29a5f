import FundSide
import PolicyModel
import Values

/// A settlement record as bytes, with the line it was on, for sorting more of them than fit into memory.
struct SettlementBytes {
  /// Index of the file, and number of the line in it.
  let file: Int
  let line: Int
  let record: SettlementRecord

  init(file: Int, line: Int, record: SettlementRecord) {
    self.file = file
    self.line = line
    self.record = record
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(160)
    func put(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    func put(_ text: String) {
      put(Int64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    put(Int64(file))
    put(Int64(line))
    put(record.id)
    put(record.kindName)
    put(record.kind.original ?? "")
    put(record.insuredIn.text)
    put(record.treatedAt.text)
    put(record.insurance.rawValue)
    put(record.visit)
    put(record.institution ?? "")
    put(Int64(record.settledOn.dayNumber))
    put(record.declaredOn.map { Int64($0.dayNumber) } ?? .min)
    put(record.clearedIn.map { Int64($0.firstDay.dayNumber) } ?? .min)
    put(record.isDirect ? 1 : 0)
    for amount in SettlementAmount.allCases { put(record.amounts[amount]?.count ?? .min) }
    return bytes
  }

  /// The file of an encoded record; -1 for bytes that are none of ours.
  static func file(of bytes: [UInt8]) -> Int {
    bytes.count >= 8 ? bytes.withUnsafeBytes { Int(Int64(littleEndian: $0.loadUnaligned(as: Int64.self))) } : -1
  }

  /// What an encoded record says, without where it is from.
  static func content(of bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.dropFirst(16) }

  /// Nil for bytes that are none of ours.
  init?(_ bytes: [UInt8]) {
    var index = 0
    func number() -> Int64? {
      guard index + 8 <= bytes.count else { return nil }
      defer { index += 8 }
      return bytes.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: Int64.self)) }
    }
    func text() -> String? {
      guard let count = number().map({ Int($0) }), count >= 0, index + count <= bytes.count else { return nil }
      defer { index += count }
      return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }
    func day() -> CivilDate?? {
      number().map { $0 == .min ? nil : CivilDate(dayNumber: Int32(truncatingIfNeeded: $0)) }
    }
    guard let file = number(), let line = number(), let id = text(), let kind = text(), let original = text(),
      let insuredIn = text().flatMap({ RegionCode($0) }), let treatedAt = text().flatMap({ RegionCode($0) }),
      let insurance = text().flatMap({ SettlementRecord.Insurance(rawValue: $0) }), let visit = text(),
      let institution = text(), let settled = day(), let settledOn = settled, let declaredOn = day(),
      let clearedIn = day(),
      let isDirect = number()
    else { return nil }
    var amounts: [SettlementAmount: Fen] = [:]
    for amount in SettlementAmount.allCases {
      guard let count = number() else { return nil }
      if count != .min { amounts[amount] = Fen(count) }
    }
    self.file = Int(file)
    self.line = Int(line)
    record = SettlementRecord(
      id: id,
      kind: kind == "refund" ? .refund(of: original) : kind == "deduction" ? .deduction(of: original) : .settlement,
      insuredIn: insuredIn, treatedAt: treatedAt, insurance: insurance, visit: visit,
      institution: institution.isEmpty ? nil : institution, settledOn: settledOn, declaredOn: declaredOn,
      clearedIn: clearedIn.map { CivilMonth(of: $0) }, amounts: amounts, isDirect: isDirect == 1)
  }
}
