import Findings
import Format
import SourceTree
import Values

/// Reads a claim by its format and checks its sums (docs/semantics.md 3.1).
package enum ClaimReader {
  /// The claim of a tree; nil and findings when it cannot be settled as it stands.
  ///
  /// Its standing alone can be asked for without amounts; a claim without them has none.
  package static func read(_ root: Node, needsAmounts: Bool = true, collector: FindingCollector) -> Claim? {
    let shape = needsAmounts ? ClaimFormat.document : ClaimFormat.visit
    let reading = ShapeReader(vocabulary: .english, collector: collector).read(root, as: .record(shape))
    guard !collector.hasErrors, case .record(let fields) = reading.value,
      let amounts = AmountReader.amounts(fields) ?? (needsAmounts ? nil : .zero),
      let insurance = coded(fields["insutype"]), let person = coded(fields["psn_type"]),
      let visit = coded(fields["med_type"]), let region = fields["insuplc_admdvs"]?.text.flatMap({ RegionCode($0) }),
      case .scalar(.date(let settledOn)) = fields["setl_time"]?.value
    else { return nil }
    let amountReader = AmountReader(collector: collector)
    amountReader.check(amounts, fields, reading.place)
    let lines = amountReader.lines(amounts, fields)
    checkDates(fields, collector)
    checkPlaces(fields, collector)
    guard !collector.hasErrors else { return nil }
    var claim = Claim(
      id: fields["claim_id"]?.text, person: told(fields["psn_no"]), insuredIn: region,
      treatedIn: (fields["mdtrtarea_admvs"] ?? fields["mdtrtarea_admdvs"])?.text.flatMap { RegionCode($0) },
      insurance: insurance, personKind: person, visit: visit, hospitalLevel: coded(fields["hosp_lv"]),
      institution: told(fields["fixmedins_code"]), disease: coded(fields["dise_codg"]),
      diseases: (fields["diseases"]?.items ?? []).compactMap { coded($0) }, began: day(fields["begntime"]),
      ended: day(fields["endtime"]), settledOn: settledOn, knownOn: settledOn,
      amounts: amounts, lines: lines, filings: fields["filings"]?.items.compactMap(FilingRecordReader.read),
      employer: told(fields["emp_no"]), isEmergency: sign(fields["er_flag"]) ?? false,
      isTrauma: sign(fields["trum_flag"]) ?? false, isThirdPartyLiable: sign(fields["rel_ttp_flag"]),
      hasTraumaCommitment: flag(fields["trauma_commitment"]), catalogue: fields["catalogue"].flatMap(word),
      standing: fields["standing"].flatMap(word), channel: fields["channel"]?.word,
      birthday: day(fields["brdy"]), age: integer(fields["age"]), hardship: fields["hardship"]?.word,
      attributes: attributes(fields["attributes"]), sameUnit: fields["same_unit"].flatMap(earlierVisit),
      accounts: fields["accounts"].map(accounts), accountsBefore: fields["accounts_before"].map(accounts),
      place: reading.place)
    claim.bringsBalances = claim.accounts != nil || claim.accountsBefore != nil
    return claim
  }

  static func coded(_ reading: Reading?) -> Claim.Coded? {
    reading.flatMap { reading in reading.text.map { Claim.Coded(text: $0, place: reading.place) } }
  }

  /// `"1"` or `"0"`; nil when not told.
  private static func sign(_ reading: Reading?) -> Bool? { reading?.word.map { $0 == "1" } }

  static func flag(_ reading: Reading?) -> Bool {
    if case .scalar(.flag(let value)) = reading?.value { value } else { false }
  }

  /// A text that is not empty.
  static func told(_ reading: Reading?) -> String? { reading?.text.flatMap { $0.isEmpty ? nil : $0 } }

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

  static func day(_ reading: Reading?) -> CivilDate? {
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

  /// The platform spells the place of treatment in two ways; both may come, if they agree.
  private static func checkPlaces(_ fields: Fields, _ collector: FindingCollector) {
    guard let first = fields["mdtrtarea_admvs"], let second = fields["mdtrtarea_admdvs"], first.text != second.text
    else { return }
    collector.report(
      .valueAndCases, at: second.place, related: first.place,
      ["first": "mdtrtarea_admvs", "second": "mdtrtarea_admdvs"])
  }

  private static func checkDates(_ fields: Fields, _ collector: FindingCollector) {
    for (earlier, later) in [("begntime", "endtime"), ("endtime", "setl_time"), ("begntime", "setl_time")] {
      guard let first = day(fields[earlier]), let second = day(fields[later]), second < first else { continue }
      collector.report(.claimDatesReversed, at: fields[later]?.place, ["earlier": earlier, "later": later])
      return
    }
  }
}
