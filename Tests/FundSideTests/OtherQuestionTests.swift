import Findings
import FundDesk
import FundSide
import PolicyModel
import Records
import Registry
import TestSupport
import Testing
import Values

@Suite struct OtherQuestionTests {
  private static let sample =
    #"{"setl_id": "A", "insuplc_admdvs": "370100", "mdtrtarea_admvs": "430100", "insutype": "310", "med_type": "21", "setl_time": "2024-01-05", "medfee_sumamt": 50000, "fund_pay_sumamt": 5}"#

  @Test func reconcilingNeedsRulesOfTheDay() throws {
    let region = try #require(RegionCode("370000"))
    let old = OtherQuestionTests.sample.replacing("2024-01-05", with: "2019-01-05")
    let question = ReconcileQuestion(
      sides: [(.treatment, FundBook.records([old])), (.home, FundBook.records([old]))], days: nil, region: region)
    #expect(try FundBook.ask(question).codes == ["R0301"])
  }

  @Test func reconcilingFilesInAnyOrderWithLittleMemoryFindsTheSame() throws {
    let seed: UInt64 = 11
    var random = SeededGenerator(seed: seed)
    let lines = (0..<500).map { OtherQuestionTests.sample.replacing("\"A\"", with: "\"A\($0)\"") }
    var other = lines.filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
    let missing = lines.count - other.count
    other.shuffle(using: &random)
    let nation = try #require(RegionCode("100000"))
    let answers = try [1 << 20, 2_000].map { memory in
      let question = ReconcileQuestion(
        sides: [(.treatment, FundBook.records(lines)), (.home, FundBook.records(other))], days: nil, region: nation,
        memory: memory)
      return try FundBook.ask(question).answer.map(\.json)
    }
    #expect(missing > 10)
    #expect(answers[0] == answers[1], "seed \(seed)")
    #expect(answers[0].count { $0.contains("\"difference\"") } == missing, "seed \(seed)")
  }

  @Test func sumsOfAReconciliationThatDoNotFitAreAnError() throws {
    let nation = try #require(RegionCode("100000"))
    let lines = (0..<2_000).map {
      OtherQuestionTests.sample.replacing("\"A\"", with: "\"A\($0)\"").replacing(
        "\"fund_pay_sumamt\": 5", with: "\"fund_pay_sumamt\": 99999999999999")
    }
    let question = ReconcileQuestion(
      sides: [(.treatment, FundBook.records(lines)), (.home, FundBook.records(lines))], days: nil, region: nation)
    #expect(try FundBook.ask(question).codes == ["R0302"])
  }

  @Test func aWorkingDayIsNeitherWeekendNorHolidayUnlessItIsWorkedInstead() throws {
    let calendar = FundBook.whole.catalogue.holidays
    func isWorking(_ day: String) -> Bool? { CivilDate(day).flatMap { calendar.isWorking($0) } }
    #expect(isWorking("2024-02-09") == true)
    #expect(isWorking("2024-02-12") == false)
    #expect(isWorking("2024-02-18") == true)
    #expect(isWorking("2024-03-02") == false)
    // The first holiday of 2023 began in 2022.
    #expect(isWorking("2022-12-31") == false)
    #expect(isWorking("2027-01-04") == nil)
    #expect(calendar.years.keys.sorted() == [2021, 2022, 2023, 2024, 2025, 2026])
  }

  /// The notice of 2019 made Monday 2018-12-31 a day off and the Saturday before it a working day.
  @Test func theLastDaysOfDecemberWaitForTheNextYearsNotice() throws {
    let whole = FundBook.whole.catalogue.holidays
    var first = HolidayCalendar()
    first.years[2024] = whole.years[2024]
    let eve = try #require(CivilDate("2024-12-24"))
    #expect(first.isWorking(eve) == true)
    #expect(first.isWorking(eve.advanced(by: 1)) == nil)
    #expect(first.missingYear(of: eve.advanced(by: 1)) == 2025)
    #expect(throws: UnknownHolidays(year: 2025)) { try first.end(of: .workingDays(1), after: eve) }
    #expect(try whole.end(of: .workingDays(1), after: eve) == eve.advanced(by: 1))
    #expect(try first.end(of: .days(9), after: eve) == eve.advanced(by: 9))
  }

  @Test(arguments: [
    // National Day of 2023: Thursday 28 September, off until 6 October, both days of the weekend after it worked.
    ("2023-09-28", 5, "2023-10-11"),
    // Spring Festival of 2024: off from Saturday 10 to 17 February, Sunday 18 worked; Friday 9 is a working day.
    ("2024-02-07", 3, "2024-02-18"), ("2024-02-09", 1, "2024-02-18"),
    // Labour Day of 2021: Sunday 25 April and Saturday 8 May worked.
    ("2021-04-24", 7, "2021-05-06"), ("2021-05-07", 1, "2021-05-08"),
    // New Year's Day of 2026: Friday 2 January off, Sunday 4 worked.
    ("2025-12-31", 1, "2026-01-04"),
  ])
  func workingDaysAreCountedFromTheDayAfterTheEvent(event: String, days: Int, due: String) throws {
    let day = try #require(CivilDate(event))
    #expect(try FundBook.whole.catalogue.holidays.end(of: .workingDays(days), after: day) == CivilDate(due))
  }

  @Test func theNoticesNamedAreThoseOfTheDaysCounted() throws {
    let region = try #require(RegionCode("110000"))
    func calendar(_ day: String) throws -> String {
      let question = DeadlinesQuestion(region: region, event: .filingRequest, on: try #require(CivilDate(day)))
      return try FundBook.ask(question).answer.of("deadline").map { $0.word("calendar") }.joined()
    }
    #expect(try calendar("2023-12-31") == "国办发明电〔2023〕7号")
    #expect(try calendar("2023-12-26") == "国办发明电〔2022〕16号、国办发明电〔2023〕7号")
    #expect(try calendar("2023-06-01") == "国办发明电〔2022〕16号")
  }

  @Test func manyEventsAreAnsweredAsEachAloneAndWhatHasNoAnswerIsRefused() throws {
    let events = [
      #"{"region": "110000", "event": "clearing_notice", "on": "2024-02-08"}"#,
      #"{"region": "110000", "event": "filing_request", "on": "2026-12-31"}"#,
      #"{"region": "430000", "event": "fault_request", "on": "2023-03-01"}"#,
      #"{"region": "370000", "event": "clearing_notice", "on": "2024-03-01"}"#,
      #"{"region": "110000", "event": "lunch", "on": "2024-02-08"}"#, #"{"region": "110000", "on": "2024-02-08"}"#,
    ]
    let (answer, codes) = try FundBook.ask(EventDeadlinesQuestion(events: FundBook.records(events)))
    #expect(codes.isEmpty)
    #expect(Array(answer.refusals.prefix(3)) == ["R0503", "R0504", "R0505"])
    #expect(answer.of("refused").map { $0.word("line") } == ["2", "3", "4", "5"])
    let region = try #require(RegionCode("110000"))
    let day = try #require(CivilDate("2024-02-08"))
    let alone = try FundBook.ask(DeadlinesQuestion(region: region, event: .clearingNotice, on: day)).answer
    let all = try FundBook.ask(DeadlinesQuestion(region: region, event: nil, on: day)).answer
    #expect(answer.of("deadline").map(\.json) == (alone + all).map(\.json))
  }

  @Test func deadlinesOfARegionWithoutAnyAreNotMadeUp() throws {
    let region = try #require(RegionCode("370000"))
    let day = try #require(CivilDate("2024-03-01"))
    #expect(try FundBook.ask(DeadlinesQuestion(region: region, event: .clearingNotice, on: day)).codes == ["R0505"])
  }

  @Test func prepaymentNoticesPayWhatTheyCollect() throws {
    let seed: UInt64 = 21
    var random = SeededGenerator(seed: seed)
    let provinces = ["110000", "150000", "310000", "370000", "650000"]
    var cleared: [String] = []
    var former: [String] = []
    for home in provinces {
      for treatment in provinces where treatment != home {
        for month in ["2023-09", "2023-10", "2023-11", "2023-12"] {
          cleared.append(
            "{\"month\": \"\(month)\", \"insuplc_admdvs\": \"\(home)\", \"mdtrtarea_admvs\": \"\(treatment)\", \"amount\": \"\(Fen(Int64.random(in: 0...999_999, using: &random)))\", \"returned\": \(Int.random(in: 0..<9, using: &random) == 0)}"
          )
        }
        former.append(
          "{\"insuplc_admdvs\": \"\(home)\", \"mdtrtarea_admvs\": \"\(treatment)\", \"amount\": \"\(Fen(Int64.random(in: 0...999_999, using: &random)))\"}"
        )
      }
    }
    let question = PrepaymentQuestion(
      year: 2024, cleared: [FundBook.records(cleared)], former: FundBook.records(former))
    let (answer, codes) = try FundBook.ask(question)
    #expect(codes.isEmpty)
    let rows = answer.of("prepayment")
    #expect(rows.count == 20)
    for row in rows {
      let change = row.word("mark") == "*" ? -row.fen("change") : row.fen("change")
      #expect(row.fen("former") + change == row.fen("amount"), "seed \(seed)")
    }
    let paid = answer.of("prepayment_payment_notice").reduce(0) { $0 + $1.fen("amount") }
    let collected = answer.of("prepayment_collection_notice").reduce(0) { $0 + $1.fen("amount") }
    #expect(paid == collected && paid == rows.reduce(0) { $0 + $1.fen("change") }, "seed \(seed)")
  }

  @Test func prepaymentsThatCannotBeWorkedOutAreFindings() throws {
    func line(_ month: String, _ amount: String = "1") -> String {
      "{\"month\": \"\(month)\", \"insuplc_admdvs\": \"370000\", \"mdtrtarea_admvs\": \"110000\", \"amount\": \"\(amount)\"}"
    }
    let months = ["-10", "-11", "-12"]
    func ask(_ year: Int, _ lines: [String], former: [String] = []) throws -> (answer: [AnswerRecord], codes: [String])
    {
      try FundBook.ask(
        PrepaymentQuestion(
          year: year, cleared: [FundBook.records(lines)], former: former.isEmpty ? nil : FundBook.records(former)))
    }
    #expect(try ask(2024, [line("2023-10")]).codes == ["R0601"])
    #expect(try ask(2020, months.map { line("2019" + $0) }).codes == ["R0602"])
    let twice = #"{"insuplc_admdvs": "370000", "mdtrtarea_admvs": "110000", "amount": 5}"#
    #expect(try ask(2024, months.map { line("2023" + $0) }, former: [twice, twice]).answer.refusals == ["R0603"])
    // A month that is there twice counts once, so as not to double the prepayment.
    let doubled = try ask(2024, months.flatMap { [line("2023" + $0, "3"), line("2023" + $0, "3")] }).answer
    #expect(doubled.refusals == ["R0607", "R0607", "R0607"])
    #expect(doubled.of("prepayment").map { $0.fen("amount") } == [600])
    // Money of a province's cities is the province's.
    func ofCities(_ month: String) -> [String] {
      (370_000..<372_000).map { line(month, "99999999999999.99").replacing("\"370000\"", with: "\"\($0)\"") }
    }
    #expect(try ask(2024, months.flatMap { ofCities("2023" + $0) }).codes == ["R0604"])
    let month = try #require(CivilMonth("2024-05"))
    let overflowing = PrepaymentUseQuestion(
      month: month, cleared: [FundBook.records(ofCities("2024-05"))], amounts: FundBook.records([twice]), signedOn: nil)
    #expect(try FundBook.ask(overflowing).codes == ["R0604"])
    let use = PrepaymentUseQuestion(
      month: month, cleared: [FundBook.records([line("2024-04")])], amounts: FundBook.records([twice]), signedOn: nil)
    #expect(try FundBook.ask(use).codes == ["R0605"])
    let old = try #require(CivilMonth("2019-05"))
    let before = PrepaymentUseQuestion(
      month: old, cleared: [FundBook.records([line("2019-05")])], amounts: FundBook.records([twice]), signedOn: nil)
    #expect(try FundBook.ask(before).codes == ["R0606"])
  }

  @Test func inquiriesThatSayTooLittleAreRefused() throws {
    let full =
      #"{"inq_id": "A", "applied_on": "2024-02-20", "insuplc_admdvs": "110000", "mdtrtarea_admvs": "430100", "med_type": "21", "certno": "1", "psn_name": "x", "gend": "男", "fixmedins_name": "y", "ipt_no": "2", "invono": "3", "begntime": "2024-01-01", "endtime": "2024-01-09", "medfee_sumamt": 30000}"#
    let day = try #require(CivilDate("2024-03-01"))
    func ask(_ line: String) throws -> [String] {
      try FundBook.ask(InquiryQuestion(inquiries: FundBook.records([line]), on: day)).answer.refusals
    }
    #expect(try ask(full).isEmpty)
    #expect(try ask(full.replacing("30000", with: "29999.99")) == ["R0402"])
    #expect(try ask(full.replacing("\"21\"", with: "\"11\"")) == ["R0401"])
    #expect(try ask(full.replacing("\"21\"", with: "\"zz\"")) == ["R0102"])
    #expect(try ask(full.replacing("\"ipt_no\": \"2\", ", with: "")) == ["R0403"])
    #expect(try ask(full.dropLast() + #", "answered_on": "2024-02-28", "result": "wrong"}"#) == ["R0404"])
    #expect(try ask(full.dropLast() + #", "answered_on": "2024-02-28"}"#) == ["R0405"])
    #expect(try ask(full.replacing("\"110000\"", with: "\"370000\"")) == ["R0406"])
    #expect(
      try ask(full.dropLast() + #", "answered_on": "2026-12-30", "result": "correct"}"#) == ["R0503"])
  }

  @Test func sumsOfAReportThatDoNotFitAreAnError() throws {
    let lines = (0..<1_000).map {
      OtherQuestionTests.sample.replacing("\"A\"", with: "\"A\($0)\"").replacing(
        "50000", with: "99999999999999.99")
    }
    let month = try #require(CivilMonth("2024-01"))
    let question = ReportQuestion(
      records: [FundBook.records(lines)], months: month...month, region: nil, side: .home)
    #expect(try FundBook.ask(question).codes.contains("R0701"))
  }

  @Test(arguments: [
    ("from_month: 10, to_month: 12", "from_month: 12, to_month: 10", "P0501"), ("yellow: 70%", "yellow: 95%", "P0502"),
    ("made_on: 21", "made_on: 19", "P0503"), ("period_starts: 26", "period_starts: 29", "P0504"),
    ("pays: [funds]", "pays: [funds, funds]", "P0505"), ("from: \"2024-02-10\"", "from: \"2024-02-20\"", "R0501"),
    ("\"2024-02-04\"", "\"2024-02-05\"", "R0502"), ("\"2024\":", "\"24\":", "R0506"),
  ])
  func rulesAndCalendarsThatContradictThemselvesAreFindings(old: String, new: String, code: String) throws {
    let book = FundBook.nation("110000-beijing", replacing: old, by: new)
    let rules = try #require(book.source as? RulesOnDemand)
    let beijing = try #require(RegionCode("110000"))
    let day = try #require(CivilDate("2024-03-01"))
    #expect(book.entry(of: beijing, on: day) == nil)
    #expect(rules.findings.contains { $0.kind.code == code })
  }
}
