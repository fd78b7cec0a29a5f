import Findings
import Format
import SourceTree
import Values

/// Reads a claim by its format and checks its sums (docs/semantics.md 3.1).
package enum ClaimReader {
  /// The claim of a tree; nil and findings when it cannot be settled as it stands.
  package static func read(_ root: Node, collector: FindingCollector) -> Claim? {
    let reading = ShapeReader(vocabulary: .english, collector: collector).read(root, as: .record(ClaimFormat.document))
    guard !collector.hasErrors, case .record(let fields) = reading.value, let amounts = amounts(fields, reading.place),
      let insurance = coded(fields["insutype"]), let person = coded(fields["psn_type"]),
      let visit = coded(fields["med_type"]), let region = fields["insuplc_admdvs"]?.text.flatMap({ RegionCode($0) }),
      case .scalar(.date(let settledOn)) = fields["setl_time"]?.value
    else { return nil }
    checkSums(amounts, fields, reading.place, collector)
    checkLines(amounts, fields, collector)
    checkDates(fields, collector)
    checkPlaces(fields, collector)
    guard !collector.hasErrors else { return nil }
    return Claim(
      id: fields["claim_id"]?.text, person: told(fields["psn_no"]), insuredIn: region,
      treatedIn: (fields["mdtrtarea_admvs"] ?? fields["mdtrtarea_admdvs"])?.text.flatMap { RegionCode($0) },
      insurance: insurance, personKind: person, visit: visit, hospitalLevel: coded(fields["hosp_lv"]),
      institution: told(fields["fixmedins_code"]), disease: coded(fields["dise_codg"]),
      diseases: (fields["diseases"]?.items ?? []).compactMap { coded($0) }, began: day(fields["begntime"]),
      ended: day(fields["endtime"]), settledOn: settledOn,
      amounts: amounts, standing: fields["standing"].flatMap(word), channel: fields["channel"]?.word,
      birthday: day(fields["brdy"]), age: integer(fields["age"]), hardship: fields["hardship"]?.word,
      attributes: attributes(fields["attributes"]), sameUnit: fields["same_unit"].flatMap(earlierVisit),
      accounts: fields["accounts"].map(accounts), place: reading.place)
  }

  private static func coded(_ reading: Reading?) -> Claim.Coded? {
    reading.flatMap { reading in reading.text.map { Claim.Coded(text: $0, place: reading.place) } }
  }

  /// A text that is not empty.
  private static func told(_ reading: Reading?) -> String? { reading?.text.flatMap { $0.isEmpty ? nil : $0 } }

  private static func word(_ reading: Reading) -> Claim.Coded? {
    reading.word.map { Claim.Coded(text: $0, place: reading.place) }
  }

  private static func integer(_ reading: Reading?) -> Int? {
    if case .scalar(.integer(let value)) = reading?.value { value } else { nil }
  }

  private static func attributes(_ reading: Reading?) -> [String: Claim.Coded] {
    Dictionary(
      // An empty text tells nothing.
      (reading?.named ?? []).filter { !($0.reading.text ?? "").isEmpty }
        .map { ($0.id, Claim.Coded(text: $0.reading.text ?? "", place: $0.reading.place)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func day(_ reading: Reading?) -> CivilDate? {
    if case .scalar(.date(let date)) = reading?.value { date } else { nil }
  }

  private static func earlierVisit(_ reading: Reading) -> Claim.EarlierVisit? {
    day(reading["endtime"]).map {
      Claim.EarlierVisit(
        claimID: reading["claim_id"]?.text, institution: told(reading["fixmedins_code"]),
        began: day(reading["begntime"]), ended: $0,
        place: reading.keyPlace)
    }
  }

  private static func accounts(_ reading: Reading) -> [Claim.AccountEntry] {
    reading.named.map { .init(name: $0.id, text: $0.reading.text ?? "", place: $0.reading.keyPlace) }
  }

  private static func money(_ reading: Reading?) -> Fen? {
    if case .scalar(.money(let amount)) = reading?.value { amount } else { nil }
  }

  private static func amounts(
    _ fields: [String: Reading], _ place: Place, over: String = "overlmt_selfpay", total: String = "medfee_sumamt"
  )
    -> Claim.Amounts?
  {
    guard let total = money(fields[total]), let full = money(fields["fulamt_ownpay_amt"]),
      let over = money(fields[over]),
      let first = money(fields["preselfpay_amt"]), let inScope = money(fields["inscp_scp_amt"])
    else { return nil }
    return Claim.Amounts(total: total, fullySelfPaid: full, overLimit: over, firstSelfPay: first, inScope: inScope)
  }

  private static func checkSums(
    _ amounts: Claim.Amounts, _ fields: [String: Reading], _ place: Place, _ collector: FindingCollector,
    total: String = "medfee_sumamt"
  ) {
    // Each part fits numeric(16,2), so four of them cannot overflow.
    let sum = amounts.fullySelfPaid.count + amounts.overLimit.count + amounts.firstSelfPay.count + amounts.inScope.count
    guard sum != amounts.total.count else { return }
    collector.report(
      .partsDiffer, at: fields[total]?.place ?? place,
      ["total": total, "found": "\(amounts.total)", "expected": "\(Fen(sum))"])
  }

  private static func checkLines(_ amounts: Claim.Amounts, _ fields: [String: Reading], _ collector: FindingCollector) {
    guard let lines = fields["feedetail"]?.items, !lines.isEmpty else { return }
    var sums = Claim.Amounts(total: .zero, fullySelfPaid: .zero, overLimit: .zero, firstSelfPay: .zero, inScope: .zero)
    do {
      for line in lines {
        guard case .record(let parts) = line.value,
          let own = self.amounts(parts, line.place, over: "overlmt_amt", total: "det_item_fee_sumamt")
        else { return }
        checkSums(own, parts, line.place, collector, total: "det_item_fee_sumamt")
        sums.total = try sums.total.adding(own.total)
        sums.fullySelfPaid = try sums.fullySelfPaid.adding(own.fullySelfPaid)
        sums.overLimit = try sums.overLimit.adding(own.overLimit)
        sums.firstSelfPay = try sums.firstSelfPay.adding(own.firstSelfPay)
        sums.inScope = try sums.inScope.adding(own.inScope)
      }
    } catch {
      collector.report(.settlementOverflow, at: fields["feedetail"]?.place)
      return
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
  }

  /// The platform spells the place of treatment in two ways; both may come, if they agree.
  private static func checkPlaces(_ fields: [String: Reading], _ collector: FindingCollector) {
    guard let first = fields["mdtrtarea_admvs"], let second = fields["mdtrtarea_admdvs"], first.text != second.text
    else { return }
    collector.report(
      .valueAndCases, at: second.place, related: first.place,
      ["first": "mdtrtarea_admvs", "second": "mdtrtarea_admdvs"])
  }

  private static func checkDates(_ fields: [String: Reading], _ collector: FindingCollector) {
    for (earlier, later) in [("begntime", "endtime"), ("endtime", "setl_time"), ("begntime", "setl_time")] {
      guard let first = day(fields[earlier]), let second = day(fields[later]), second < first else { continue }
      collector.report(.claimDatesReversed, at: fields[later]?.place, ["earlier": earlier, "later": later])
      return
    }
  }
}
