import Claims
import Findings
import Format
import FundSide
import PolicyModel
import Records
import Values

/// Writes the tables of one month's clearing.
struct ClearTables {
  private let period: CivilMonth
  private let month: AnswerRecord.Value
  private let book: FundRuleBook
  private let tally: ClearingTally
  private let catalogue: Catalogue
  private let provinces: [RegionCode]
  /// Of every two provinces between which there is anything.
  private let sums: [ClearingTally.Pair: ClearingTally.Sums]

  init(period: CivilMonth, tally: ClearingTally, _ book: FundRuleBook) throws(ArithmeticOverflow) {
    self.period = period
    month = .text("\(period)")
    self.book = book
    self.tally = tally
    catalogue = book.catalogue
    provinces = tally.provinces
    var sums: [ClearingTally.Pair: ClearingTally.Sums] = [:]
    for pair in tally.pairs.keys { sums[pair] = try tally.sums(of: pair) }
    self.sums = sums
  }

  /// The national tables, and those of each province, or of one.
  func write(_ only: RegionCode?, to sink: any AnswerSink) throws(ArithmeticOverflow) {
    for province in provinces { sink.write(try national(province)) }
    for pair in orderedPairs { sink.write(cleared(pair)) }
    for province in provinces where only == nil || only == province {
      for pair in orderedPairs where pair.home == province { try writePayable(pair, to: sink) }
      for pair in orderedPairs where pair.treatment == province {
        sink.write(try bill(ClearTableKinds.receivable, pair, province, pair.home))
      }
      writeNotices(province, to: sink)
    }
  }

  private var orderedPairs: [ClearingTally.Pair] {
    sums.keys.sorted { ($0.home, $0.treatment) < ($1.home, $1.treatment) }
  }

  // MARK: The national tables

  private func national(_ province: RegionCode) throws(ArithmeticOverflow) -> AnswerRecord {
    var (payable, payableReturns) = (Fen.zero, Fen.zero)
    var (receivable, receivableReturns) = (Fen.zero, Fen.zero)
    for (pair, sums) in sums {
      let net = sums.net
      if pair.home == province {
        if net >= .zero { payable = try payable.adding(net) }
        if net < .zero { receivableReturns = try receivableReturns.adding(Fen(-net.count)) }
      } else if pair.treatment == province {
        if net >= .zero { receivable = try receivable.adding(net) }
        if net < .zero { payableReturns = try payableReturns.adding(Fen(-net.count)) }
      }
    }
    let net = try receivable.adding(receivableReturns).subtracting(payable).subtracting(payableReturns)
    return AnswerRecord(
      ClearTableKinds.national,
      [
        month, .text(province.text), name(province), .fen(payable), .fen(payableReturns), .fen(receivable),
        .fen(receivableReturns), net < .zero ? .word(Word("pays", "付款")) : .word(Word("receives", "收款")),
        .fen(Fen(abs(net.count))), FundRuleBook.nation.flatMap(madeOn),
      ])
  }

  private func cleared(_ pair: ClearingTally.Pair) -> AnswerRecord {
    let net = sums[pair]?.net ?? .zero
    return AnswerRecord(
      ClearTableKinds.cleared,
      [
        month, .text(pair.home.text), .text(pair.treatment.text), .fen(Fen(abs(net.count))), .flag(net < .zero),
      ])
  }

  // MARK: The tables of a province

  private func writePayable(_ pair: ClearingTally.Pair, to sink: any AnswerSink) throws(ArithmeticOverflow) {
    sink.write(try bill(ClearTableKinds.payable, pair, pair.home, pair.treatment))
    let insurances: [(SettlementRecord.Insurance, RecordKind, RecordKind)] = [
      (.employee, ClearTableKinds.payableEmployee, ClearTableKinds.deductionsEmployee),
      (.resident, ClearTableKinds.payableResident, ClearTableKinds.deductionsResident),
    ]
    for visit in Dimension.visit.values {
      let all = try tally.sums(of: pair) { $0.visit == visit.id }
      if all.deductions > 0 { sink.write(audit(ClearTableKinds.deductions, pair, visit.word, all)) }
      for (insurance, details, deductions) in insurances {
        let own = try tally.sums(of: pair) { $0.visit == visit.id && $0.insurance == insurance }
        if own.times + own.refunds > 0 { sink.write(detail(details, pair, visit.word, own)) }
        if own.deductions > 0 { sink.write(audit(deductions, pair, visit.word, own)) }
      }
    }
  }

  private func bill(_ kind: RecordKind, _ pair: ClearingTally.Pair, _ province: RegionCode, _ partner: RegionCode)
    throws(ArithmeticOverflow) -> AnswerRecord
  {
    let all = sums[pair] ?? ClearingTally.Sums()
    let employee = try tally.sums(of: pair) { $0.insurance == .employee }
    let resident = try tally.sums(of: pair) { $0.insurance == .resident }
    return AnswerRecord(
      kind,
      [
        month, .text(province.text), .text(partner.text), name(partner), .count(Int(all.times)),
        .fen(employee.settled), .fen(resident.settled), .fen(all.refunded), .fen(all.deducted),
        all.net < .zero ? .text("*") : nil, .fen(Fen(abs(all.net.count))), madeOn(pair.treatment),
      ])
  }

  /// By the rules of the place of treatment, as the month is.
  private func madeOn(_ province: RegionCode) -> AnswerRecord.Value? {
    book.entry(of: province, on: period.lastDay)?.rules.clearing.map { .date($0.madeDay(of: period)) }
  }

  private func detail(_ kind: RecordKind, _ pair: ClearingTally.Pair, _ visit: Word, _ sums: ClearingTally.Sums)
    -> AnswerRecord
  {
    AnswerRecord(
      kind,
      [
        month, .text(pair.home.text), .text(pair.treatment.text), name(pair.treatment), .word(visit),
        .count(Int(sums.times)), .fen(sums.total), .fen(sums.settled), .count(Int(sums.refunds)), .fen(sums.refunded),
      ])
  }

  private func audit(_ kind: RecordKind, _ pair: ClearingTally.Pair, _ visit: Word, _ sums: ClearingTally.Sums)
    -> AnswerRecord
  {
    AnswerRecord(
      kind,
      [
        month, .text(pair.home.text), .text(pair.treatment.text), name(pair.treatment), .word(visit),
        .count(Int(sums.deductions)), .fen(sums.deducted),
      ])
  }

  /// Who pays what to whom. What is returned stands among the payments of the place of treatment, with `*` before the
  /// name, and among the collections of the place of insurance (Beijing art. 42).
  private func writeNotices(_ province: RegionCode, to sink: any AnswerSink) {
    for kind in [ClearTableKinds.payment, ClearTableKinds.collection] {
      for pair in orderedPairs where pair.home == province || pair.treatment == province {
        let net = sums[pair]?.net ?? .zero
        let payer = net < .zero ? pair.treatment : pair.home
        let isPayment = kind.name == ClearTableKinds.payment.name
        guard net != .zero, (payer == province) == isPayment else { continue }
        let partner = pair.home == province ? pair.treatment : pair.home
        let title = catalogue.regions[partner]?.name ?? partner.text
        sink.write(
          AnswerRecord(
            kind,
            [
              month, .text(province.text), .text(partner.text), .text(net < .zero ? "*" + title : title),
              .fen(Fen(abs(net.count))),
            ]))
      }
    }
  }

  private func name(_ province: RegionCode) -> AnswerRecord.Value? {
    catalogue.regions[province].map { .text($0.name) }
  }

  // MARK: Where records went

  static func assigned(_ record: SettlementRecord, _ period: CivilMonth, file: String, line: Int) -> AnswerRecord {
    AnswerRecord(
      ClearTableKinds.assigned,
      [.text(file), .count(line), .text(record.id), .text(record.kindName), .text("\(period)"), nil])
  }

  /// - Parameter record: nil for a line that could not be read as one.
  static func assigned(_ refused: RefusedRecord, _ record: SettlementRecord?) -> AnswerRecord {
    AnswerRecord(
      ClearTableKinds.assigned,
      [
        .text(refused.file), .count(refused.line), refused.id.map { .text($0) }, (record?.kindName).map { .text($0) },
        nil, .text(refused.finding.kind.code),
      ])
  }
}
