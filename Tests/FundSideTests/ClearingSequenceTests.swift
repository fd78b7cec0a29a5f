import Findings
import FundSide
import PolicyModel
import Testing
import Values

@Suite struct ClearingSequenceTests {
  private static func rules(pays: [SettlementAmount]) -> ClearingRules {
    let place = Place(file: SourceFile(path: "rules", bytes: []), at: Position(line: 1, column: 1))
    let citation = Citation(source: "x", document: "x", clause: "", basis: .official)
    func figure<Value: Sendable>(_ value: Value) -> Figure<Value> { Figure(value, at: place, citation: citation) }
    return ClearingRules(
      pays: pays.map(figure), declaredBy: figure(20), madeOn: figure(21), mostDelay: figure(2),
      yearClearedBy: figure(3), place: place)
  }

  private func record(_ id: String, _ kind: SettlementRecord.Kind, on day: String, funds: Int64, account: Int64) throws
    -> SettlementRecord
  {
    let day = try #require(CivilDate(day))
    return SettlementRecord(
      id: id, kind: kind, insuredIn: try #require(RegionCode("430100")), treatedAt: try #require(RegionCode("110000")),
      insurance: .employee, visit: "inpatient", institution: nil, settledOn: day, declaredOn: day,
      clearedIn: nil, amounts: [.funds: Fen(funds), .account: Fen(account)],
      isDirect: true)
  }

  @Test func whatWasOwedOnTheDayOfTheSettlementGoesBackThoughTheRulesOfTheRefundOweLess() throws {
    var sequence = ClearingSequence()
    let settlement = try record("A", .settlement, on: "2024-08-30", funds: 100, account: 10)
    let refund = try record("B", .refund(of: "A"), on: "2024-09-05", funds: 100, account: 10)
    #expect(try sequence.take(settlement, ClearingSequenceTests.rules(pays: [.funds, .account])).owed == Fen(110))
    #expect(try sequence.take(refund, ClearingSequenceTests.rules(pays: [.funds])).owed == Fen(110))
  }

  @Test func aRefundPaysBackAllThatDeductionsLeft() throws {
    let rules = ClearingSequenceTests.rules(pays: [.funds])
    var sequence = ClearingSequence()
    _ = try sequence.take(try record("A", .settlement, on: "2024-01-02", funds: 100, account: 0), rules)
    _ = try sequence.take(try record("B", .deduction(of: "A"), on: "2024-01-03", funds: 30, account: 0), rules)
    let part = try record("C", .refund(of: "A"), on: "2024-01-04", funds: 69, account: 0)
    #expect(throws: ClearingRefusal.refundInPart(Fen(70))) { try sequence.take(part, rules) }
    let rest = try record("D", .refund(of: "A"), on: "2024-01-05", funds: 70, account: 0)
    #expect(try sequence.take(rest, rules).owed == Fen(70))
    let more = try record("E", .deduction(of: "A"), on: "2024-01-06", funds: 1, account: 0)
    #expect(throws: ClearingRefusal.moreThanLeft(.zero)) { try sequence.take(more, rules) }
  }

  @Test func nothingIsTakenBackFromASettlementThatWasWithdrawn() throws {
    let rules = ClearingSequenceTests.rules(pays: [.funds])
    var sequence = ClearingSequence()
    let settlement = try record("A", .settlement, on: "2024-01-02", funds: 100, account: 0)
    _ = try sequence.take(settlement, rules)
    sequence.withdraw(settlement)
    let refund = try record("B", .refund(of: "A"), on: "2024-01-03", funds: 100, account: 0)
    #expect(throws: ClearingRefusal.originalRefused) { try sequence.take(refund, rules) }
  }

  @Test func aSumThatDoesNotFitLeavesTheOthersAsTheyWere() throws {
    var sums = ClearingTally.Sums()
    sums.settled = Fen(.max)
    var other = ClearingTally.Sums()
    (other.times, other.total, other.settled) = (1, Fen(5), Fen(1))
    #expect(throws: ArithmeticOverflow.self) { try sums.add(other) }
    #expect(sums.times == 0 && sums.total == .zero && sums.settled == Fen(.max))
  }
}
