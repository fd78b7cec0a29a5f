import Findings
import Format
import Values

/// Reads the amounts of a claim and its lines and checks that they add up (docs/semantics.md 3.1).
struct AmountReader {
  let collector: FindingCollector

  /// The total and its four parts; nil when one was not readable.
  static func amounts(
    _ fields: Fields, over: String = "overlmt_selfpay", total: String = "medfee_sumamt"
  ) -> Claim.Amounts? {
    guard let total = money(fields[total]), let full = money(fields["fulamt_ownpay_amt"]),
      let over = money(fields[over]),
      let first = money(fields["preselfpay_amt"]), let inScope = money(fields["inscp_scp_amt"])
    else { return nil }
    return Claim.Amounts(total: total, fullySelfPaid: full, overLimit: over, firstSelfPay: first, inScope: inScope)
  }

  private static func money(_ reading: Reading?) -> Fen? {
    if case .scalar(.money(let amount)) = reading?.value { amount } else { nil }
  }

  /// Reports parts that do not add up to the total.
  func check(
    _ amounts: Claim.Amounts, _ fields: Fields, _ place: Place, total: String = "medfee_sumamt"
  ) {
    guard amounts.sum != amounts.total else { return }
    collector.report(
      .partsDiffer, at: fields[total]?.place ?? place,
      ["total": total, "found": "\(amounts.total)", "expected": "\(amounts.sum)"])
  }

  /// The claim's lines; reports those that do not add up, in themselves or to the claim.
  func lines(_ amounts: Claim.Amounts, _ fields: Fields) -> [Claim.Line] {
    let lines = (fields["feedetail"]?.items ?? []).compactMap(line)
    if lines.isEmpty { return [] }
    let sums: Claim.Amounts
    do {
      sums = try lines.reduce(into: Claim.Amounts.zero) { sums, line in try sums.add(line.amounts) }
    } catch {
      collector.report(.settlementOverflow, at: fields["feedetail"]?.place)
      return []
    }
    let compared: [(String, Fen, Fen)] = [
      ("medfee_sumamt", amounts.total, sums.total), ("fulamt_ownpay_amt", amounts.fullySelfPaid, sums.fullySelfPaid),
      ("overlmt_selfpay", amounts.overLimit, sums.overLimit),
      ("preselfpay_amt", amounts.firstSelfPay, sums.firstSelfPay),
      ("inscp_scp_amt", amounts.inScope, sums.inScope),
    ]
    for (field, found, expected) in compared where found != expected {
      collector.report(
        .linesDiffer, at: fields[field]?.place, ["field": field, "found": "\(found)", "expected": "\(expected)"])
    }
    return lines
  }

  private func line(_ reading: Reading) -> Claim.Line? {
    guard case .record(let parts) = reading.value,
      let amounts = AmountReader.amounts(parts, over: "overlmt_amt", total: "det_item_fee_sumamt")
    else { return nil }
    check(amounts, parts, reading.place, total: "det_item_fee_sumamt")
    return Claim.Line(
      amounts: amounts, disease: ClaimReader.coded(parts["dise_codg"]), isOutside: parts["etip_flag"]?.word == "1",
      place: reading.place)
  }
}

extension Claim.Amounts {
  package static let zero = Claim.Amounts(
    total: .zero, fullySelfPaid: .zero, overLimit: .zero, firstSelfPay: .zero, inScope: .zero)

  /// The sums of lines that add up to a claim, and so cannot overflow.
  static func sum(of lines: [Claim.Amounts]) -> Claim.Amounts {
    func sum(_ part: KeyPath<Claim.Amounts, Fen>) -> Fen { Fen(lines.reduce(0) { $0 + $1[keyPath: part].count }) }
    return Claim.Amounts(
      total: sum(\.total), fullySelfPaid: sum(\.fullySelfPaid), overLimit: sum(\.overLimit),
      firstSelfPay: sum(\.firstSelfPay), inScope: sum(\.inScope))
  }

  /// The four parts together. Each fits numeric(16,2), so four of them cannot overflow.
  var sum: Fen { Fen(fullySelfPaid.count + overLimit.count + firstSelfPay.count + inScope.count) }

  mutating func add(_ other: Claim.Amounts) throws(ArithmeticOverflow) {
    total = try total.adding(other.total)
    fullySelfPaid = try fullySelfPaid.adding(other.fullySelfPaid)
    overLimit = try overLimit.adding(other.overLimit)
    firstSelfPay = try firstSelfPay.adding(other.firstSelfPay)
    inScope = try inScope.adding(other.inScope)
  }
}
