import Claims
import Findings
import JSONSyntax
import PolicyModel
import Registry
import Settlement
import SourceTree
import Standing
import TestSupport
import Testing
import Values

@Suite("stays over two years (docs/semantics.md 3.3)")
struct StaySplitTests {
  @Test func splittingByDaysKeepsEveryFenAndIsFairToOne() throws {
    var generator = SeededGenerator(seed: Sample.seed &+ 21)
    for _ in 0..<Sample.claims / 5 {
      let began = CivilDate(dayNumber: Int32.random(in: 15_000...22_000, using: &generator))
      let ended = began.advanced(by: Int.random(in: 1...700, using: &generator))
      let year = BenefitYear(["01-01", "07-01", "04-15"].randomElement(using: &generator) ?? "01-01")
      guard let days = StayDays(from: began, to: ended, in: year) else { continue }
      #expect(days.before + days.after == Int(ended.dayNumber - began.dayNumber))
      let amount = Fen(Int64.random(in: 0...Fen.largest.count, using: &generator))
      let (before, after) = days.split(amount)
      let context = "seed \(Sample.seed): \(amount) over \(days.before) and \(days.after) days"
      try #require(before.count + after.count == amount.count && min(before, after) >= .zero, "\(context)")
      let share = Int128(amount.count) * Int128(days.before)
      let error = Int128(before.count) * Int128(days.before + days.after) - share
      try #require(abs(error) * 2 <= Int128(days.before + days.after), "\(context)")
    }
  }

  /// Random stays with random lines: the parts' amounts add up to the claim's, and what is paid to the total.
  @Test func everyAmountOfASplitStayIsConserved() throws {
    let settler = ClaimSettler(
      source: PolicySnapshot.load(Repository.path("policies"), catalogue: Repository.path("policies/catalogue")))
    var generator = SeededGenerator(seed: Sample.seed &+ 22)
    var split = 0
    for _ in 0..<Sample.claims / 50 {
      let stay = RandomStay(using: &generator)
      let collector = FindingCollector()
      let tree = try #require(
        JSONReader.read(SourceFile(path: "stay", bytes: Array(stay.json.utf8)), collector: collector))
      var chain: AccountChain?
      let result = settler.settle(tree, explaining: false, chain: &chain, collector: collector)
      guard case .settled(let settled) = result else {
        Issue.record("seed \(Sample.seed): \(stay.json) \(collector.findings.map(\.kind.code))")
        return
      }
      let amounts = settled.parts.map(\.claim.amounts)
      for part in [\Claim.Amounts.total, \.fullySelfPaid, \.overLimit, \.firstSelfPay, \.inScope] {
        let sum = amounts.reduce(0) { $0 + $1[keyPath: part].count }
        try #require(sum == stay.amounts[keyPath: part].count, "seed \(Sample.seed): \(stay.json)")
      }
      let paid = settled.parts.reduce(0) { $0 + $1.outcome.fundTotal.count + $1.outcome.personal.total.count }
      try #require(paid == stay.amounts.total.count, "seed \(Sample.seed): \(stay.json)")
      for part in settled.parts {
        let personal = part.outcome.personal
        try #require(
          [personal.outOfScope, personal.nonLocalSelfPay, personal.deductible, personal.overCap, personal.ratioShare]
            .allSatisfy { $0 >= .zero }, "seed \(Sample.seed): \(stay.json)")
      }
      if settled.parts.count == 2 { split += 1 }
    }
    #expect(split > Sample.claims / 60)
    print("seed \(Sample.seed): \(split) stays split")
  }
}

/// A random stay in Beijing over the end of 2023.
struct RandomStay {
  private(set) var amounts = Claim.Amounts.zero
  private(set) var json = ""

  init(using generator: inout SeededGenerator) {
    let newYear = CivilDate(year: 2024, month: 1, day: 1) ?? .distantFuture
    let began = newYear.advanced(by: -Int.random(in: 1...120, using: &generator))
    let ended = newYear.advanced(by: Int.random(in: 0...120, using: &generator))
    let lines = (0..<Int.random(in: 0...4, using: &generator)).map { _ in RandomStay.parts(using: &generator) }
    for parts in lines.isEmpty ? [RandomStay.parts(using: &generator)] : lines { add(parts) }
    let texts = lines.map { parts in
      RandomStay.members(
        parts, names: ["det_item_fee_sumamt", "fulamt_ownpay_amt", "overlmt_amt", "preselfpay_amt", "inscp_scp_amt"])
    }
    let own: [Int64] = [
      amounts.fullySelfPaid.count, amounts.overLimit.count, amounts.firstSelfPay.count, amounts.inScope.count,
    ]
    json = """
      {"insutype": "310", "psn_type": "11", "insuplc_admdvs": "110000", "mdtrtarea_admvs": "130200", "med_type": "21", \
      "hosp_lv": "02", "standing": "temporary", "hardship": "none", "begntime": "\(began)", "endtime": "\(ended)", "setl_time": "\(ended)", \
      "accounts": {}, "accounts_before": {}, "attributes": {"hosp_class": "general"}, "feedetail": [\(texts.map { "{\($0)}" }.joined(separator: ", "))], \
      \(RandomStay.members(own, names: ["medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"]))}
      """
  }

  private static func parts(using generator: inout SeededGenerator) -> [Int64] {
    (0..<4).map { _ in
      Bool.random(using: &generator) ? 0 : Int64.random(in: 0...9_999_999, using: &generator)
    }
  }

  private mutating func add(_ parts: [Int64]) {
    amounts.fullySelfPaid = Fen(amounts.fullySelfPaid.count + parts[0])
    amounts.overLimit = Fen(amounts.overLimit.count + parts[1])
    amounts.firstSelfPay = Fen(amounts.firstSelfPay.count + parts[2])
    amounts.inScope = Fen(amounts.inScope.count + parts[3])
    amounts.total = Fen(amounts.total.count + parts.reduce(0, +))
  }

  private static func members(_ parts: [Int64], names: [String]) -> String {
    let values = [parts.reduce(0, +)] + parts
    return zip(names, values).map { "\"\($0)\": \(Fen($1))" }.joined(separator: ", ")
  }
}
