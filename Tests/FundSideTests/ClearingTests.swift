import Findings
import Format
import FundDesk
import FundSide
import Records
import TestSupport
import Testing
import Values

@Suite struct ClearingTests {
  private static let provinces = ["110000", "150300", "310000", "430100", "650100", "370200"]

  /// An invented year between six provinces: settlements, refunds and deductions, some late, some wrong.
  private static func nation(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    var lines: [String] = []
    for number in 0..<count {
      let day = (CivilDate("2024-01-01") ?? .distantPast).advanced(by: Int.random(in: 0..<366, using: &random))
      let (home, treatment) = (pick(provinces), pick(provinces))
      let insurance = pick(["310", "390"])
      let funds = Int.random(in: 0...900_000, using: &random)
      let declared = day.advanced(by: Int.random(in: 0...110, using: &random))
      let common =
        "\"insuplc_admdvs\": \"\(home)\", \"mdtrtarea_admvs\": \"\(treatment)\", \"insutype\": \"\(insurance)\", \"med_type\": \"\(pick(["11", "14", "21", "41"]))\""
      lines.append(
        "{\"setl_id\": \"S\(number)\", \(common), \"setl_time\": \"\(day)\", \"declared_on\": \"\(declared)\", \"medfee_sumamt\": \"\(Fen(Int64(funds * 2)))\", \"fund_pay_sumamt\": \"\(Fen(Int64(funds)))\"}"
      )
      guard Int.random(in: 0..<4, using: &random) == 0 else { continue }
      let kind = pick(["refund", "deduction"])
      let part = kind == "refund" ? funds : Int.random(in: 0...funds + 10, using: &random)
      lines.append(
        "{\"setl_id\": \"B\(number)\", \"record_type\": \"\(kind)\", \"init_setl_id\": \"S\(number)\", \(common), \"setl_time\": \"\(day.advanced(by: Int.random(in: 0...200, using: &random)))\", \"fund_pay_sumamt\": \"\(Fen(Int64(part)))\"}"
      )
    }
    return lines.shuffled(using: &random)
  }

  private static func clear(_ sources: [RecordSource], memory: Int = 1 << 20) throws -> (
    answer: [AnswerRecord], assigned: [AnswerRecord]
  ) {
    let assigned = AnswerList()
    let question = ClearQuestion(records: sources, month: nil, province: nil, assigned: assigned, memory: memory)
    return (try FundBook.ask(question).answer, assigned.records)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func everyRecordIsInOneMonthOrRefusedAndPayablesAreReceivables(seed: UInt64) throws {
    let lines = ClearingTests.nation(800, seed: seed)
    let (answer, assigned) = try ClearingTests.clear([FundBook.records(lines)])
    #expect(assigned.count == lines.count, "seed \(seed)")
    #expect(assigned.allSatisfy { $0.word("month").isEmpty != $0.word("code").isEmpty }, "seed \(seed)")
    #expect(answer.refusals.count == assigned.count { !$0.word("code").isEmpty }, "seed \(seed)")
    for month in Set(assigned.map { $0.word("month") }) where !month.isEmpty {
      let national = answer.of("clearing_national").filter { $0.word("month") == month }
      let payable = national.reduce(0) { $0 + $1.fen("payable") + $1.fen("payable_returns") }
      let receivable = national.reduce(0) { $0 + $1.fen("receivable") + $1.fen("receivable_returns") }
      #expect(payable == receivable, "seed \(seed), \(month)")
      let paid = answer.of("clearing_payment_notice").filter { $0.word("month") == month }
      let collected = answer.of("clearing_collection_notice").filter { $0.word("month") == month }
      #expect(paid.reduce(0) { $0 + $1.fen("amount") } == collected.reduce(0) { $0 + $1.fen("amount") })
      #expect(paid.reduce(0) { $0 + $1.fen("amount") } == payable, "seed \(seed), \(month)")
    }
  }

  @Test func noAmountIsNegative() throws {
    let (answer, _) = try ClearingTests.clear([FundBook.records(ClearingTests.nation(800, seed: 4))])
    #expect(answer.of("cleared").contains { $0.word("returned") == "true" })
    for record in answer {
      for case .fen(let fen)? in record.values { #expect(fen >= .zero, "\(record.json)") }
    }
  }

  @Test func neitherOrderNorFilesNorMemoryChangeTheTables() throws {
    let seed: UInt64 = 5
    let lines = ClearingTests.nation(600, seed: seed)
    let whole = try ClearingTests.clear([FundBook.records(lines)]).answer.filter { $0.kind.name.english != "refused" }
    var random = SeededGenerator(seed: seed)
    let shuffled = lines.shuffled(using: &random)
    let parts = [Array(shuffled[..<200]), Array(shuffled[200...])].map { FundBook.records($0) }
    let other = try ClearingTests.clear(parts, memory: 3_000).answer.filter { $0.kind.name.english != "refused" }
    #expect(whole.map(\.json) == other.map(\.json), "seed \(seed)")
  }

  @Test func aYearIsClearedByTheMonthThatTheRulesSay() throws {
    let line =
      #"{"setl_id": "A", "insuplc_admdvs": "370100", "mdtrtarea_admvs": "430100", "insutype": "310", "med_type": "21", "setl_time": "2024-01-05", "declared_on": "2025-03-25", "fund_pay_sumamt": 5}"#
    let late = FundBook.nation(replacing: "most_delay: 2", by: "most_delay: 20")
    let question = ClearQuestion(records: [FundBook.records([line])], month: nil, province: nil)
    #expect(try FundBook.ask(question, late).answer.refusals == ["R0203"])
    #expect(try FundBook.ask(question).answer.refusals == ["R0202"])
  }

  @Test func withoutRulesNothingIsCleared() throws {
    let line =
      #"{"setl_id": "A", "insuplc_admdvs": "370100", "mdtrtarea_admvs": "430100", "insutype": "310", "med_type": "21", "setl_time": "2020-01-05", "declared_on": "2020-02-01", "fund_pay_sumamt": 5}"#
    let question = ClearQuestion(records: [FundBook.records([line])], month: nil, province: nil)
    #expect(try FundBook.ask(question).answer.refusals == ["R0205"])
  }

  @Test(arguments: [
    (#""insutype": "999", "med_type": "21""#, "R0102"), (#""insutype": "310", "med_type": "zz""#, "R0102"),
    (#""insutype": "310", "med_type": "21", "record_type": "refund""#, "R0103"),
    (#""insutype": "310", "med_type": "21", "init_setl_id": "B""#, "R0104"),
  ])
  func recordsThatSayTooLittleOrTooMuchAreRefused(members: String, code: String) throws {
    let line =
      "{\"setl_id\": \"A\", \"insuplc_admdvs\": \"370100\", \"mdtrtarea_admvs\": \"430100\", \"setl_time\": \"2024-01-05\", \(members)}"
    let question = ClearQuestion(records: [FundBook.records([line])], month: nil, province: nil)
    let answer = try FundBook.ask(question).answer
    #expect(answer.refusals == [code])
    #expect(answer.first?.word("pointer").isEmpty == false)
  }

  @Test func sumsThatDoNotFitAreAnErrorAndNotAWrongTable() throws {
    let lines = (0..<1_000).map { number in
      "{\"setl_id\": \"A\(number)\", \"insuplc_admdvs\": \"370100\", \"mdtrtarea_admvs\": \"430100\", \"insutype\": \"310\", \"med_type\": \"21\", \"setl_time\": \"2024-01-05\", \"declared_on\": \"2024-02-01\", \"fund_pay_sumamt\": \"99999999999999.99\"}"
    }
    let question = ClearQuestion(records: [FundBook.records(lines)], month: nil, province: nil)
    let (answer, codes) = try FundBook.ask(question)
    #expect(answer.refusals.contains("R0212"))
    #expect(answer.of("clearing_national").isEmpty == codes.contains("R0212"))
  }

  @Test func linesThatCannotBeReadAreAmongTheAssignedOnes() throws {
    let lines = ["{", #"{"setl_id": "A", "insutype": "310"}"#, "7"]
    let (answer, assigned) = try ClearingTests.clear([FundBook.records(lines)])
    #expect(assigned.map { $0.word("line") } == ["1", "2", "3"])
    #expect(assigned.map { $0.word("code") } == answer.refusals)
    #expect(assigned.allSatisfy { $0.word("month").isEmpty && !$0.word("code").isEmpty })
  }

  @Test func aFileThatIsNotThereGivesNoTables() throws {
    let (answer, codes) = try FundBook.ask(
      ClearQuestion(records: [.file("/nowhere/x.ndjson")], month: nil, province: nil))
    #expect(answer.isEmpty)
    #expect(codes == [FindingKind.claimsUnreadable.code])
  }
}
