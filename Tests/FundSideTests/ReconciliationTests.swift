import Findings
import Format
import FundDesk
import FundSide
import Records
import TestSupport
import Testing
import Values

@Suite struct ReconciliationTests {
  private typealias Fields = [String: String]

  private static let sample: Fields = [
    "setl_id": "A", "insuplc_admdvs": "370100", "mdtrtarea_admvs": "430100", "insutype": "310", "med_type": "21",
    "setl_time": "2024-01-05", "medfee_sumamt": "50.00", "fund_pay_sumamt": "5.00",
  ]

  private static func line(_ fields: Fields) -> String {
    "{" + fields.map { "\(JSONText.string($0.key)): \(JSONText.string($0.value))" }.joined(separator: ", ") + "}"
  }

  private func reconcile(_ sides: [[Fields]], memory: Int = 1 << 20) throws -> [AnswerRecord] {
    let nation = try #require(RegionCode("100000"))
    let question = ReconcileQuestion(
      sides: zip(ReconciledSide.allCases, sides).map { side, records in
        (side, FundBook.records(records.map(ReconciliationTests.line)))
      }, days: nil, region: nation, memory: memory)
    return try FundBook.ask(question).answer
  }

  /// What a difference says, for comparing: the settlement, the kind, and the side or the field.
  private func told(_ answer: [AnswerRecord]) -> [String] {
    answer.of("difference").map { record in
      [record.word("setl_id"), record.word("kind"), record.word("side") + record.word("field")].joined(separator: " ")
    }.sorted()
  }

  @Test func idsThatBeginOthersOrOnlyLookTheSameAreNotMixedUp() throws {
    // An é as one character and as two; an id with a zero byte behind another one.
    let ids = ["A", "A\u{0}", "A\u{0}\u{0}", "\u{E9}", "e\u{301}"]
    let records = ids.map { id in ReconciliationTests.sample.merging(["setl_id": id]) { $1 } }
    let answer = try reconcile([records, records.reversed(), records])
    #expect(told(answer).isEmpty)
    #expect(answer.of("reconciled").map { $0.word("treatment_count") } == ["5"])
    #expect(answer.of("reconciled").map { $0.fen("national_funds") } == [2500])
  }

  @Test func whatIsNotComparedIsNoDifference() throws {
    let other = ReconciliationTests.sample.merging(
      ["declared_on": "2024-02-01", "acct_pay": "1.00", "fixmedins_code": "H1"]) { $1 }
    let answer = try reconcile([[ReconciliationTests.sample], [other]])
    #expect(told(answer).isEmpty)
    #expect(answer.of("reconciled_day").map { $0.word("institution") } == ["H1"])
  }

  @Test func aSideWhoseColumnsAreNotKnownIsNotTakenForEmpty() throws {
    let nation = try #require(RegionCode("100000"))
    let csv = RecordSource.text(name: "home.csv", bytes: Array("setl_id,amount\nA,1\n".utf8))
    let question = ReconcileQuestion(
      sides: [(.treatment, FundBook.records([ReconciliationTests.line(ReconciliationTests.sample)])), (.home, csv)],
      days: nil, region: nation)
    let (answer, codes) = try FundBook.ask(question)
    #expect(codes == ["I0121"])
    #expect(answer.refusals == ["R0105"])
    #expect(answer.of("difference").isEmpty)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func theDifferencesAreThoseOfASecondComputation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let compared = ["setl_time", "mdtrtarea_admvs", "insutype", "med_type", "medfee_sumamt", "fund_pay_sumamt"]
    let changes = [
      ("setl_time", "2024-01-06"), ("mdtrtarea_admvs", "440100"), ("insutype", "390"), ("med_type", "11"),
      ("medfee_sumamt", "50.01"), ("fund_pay_sumamt", "5.01"), ("acct_pay", "7.00"), ("declared_on", "2024-02-03"),
    ]
    var sides: [[Fields]] = [[], [], []]
    var expected: [String] = []
    for number in 0..<400 {
      let id = "S\(number)"
      var known: [[Fields]] = []
      for side in sides.indices {
        var record = ReconciliationTests.sample.merging(["setl_id": id]) { $1 }
        if Int.random(in: 0..<6, using: &random) == 0 {
          let change = changes[Int.random(in: 0..<changes.count, using: &random)]
          record[change.0] = change.1
        }
        let times = [0, 1, 1, 1, 1, 1, 1, 1, 1, 2][Int.random(in: 0..<10, using: &random)]
        known.append(Array(repeating: record, count: times))
        sides[side] += known[side]
      }
      if known.allSatisfy(\.isEmpty) { continue }
      for (side, records) in zip(ReconciledSide.allCases, known) where records.count != 1 {
        expected.append("\(id) \(records.isEmpty ? "missing" : "doubled") \(side.rawValue)")
      }
      for field in compared where Set(known.compactMap { $0.first?[field] }).count > 1 {
        expected.append("\(id) differs \(field)")
      }
    }
    for side in sides.indices { sides[side].shuffle(using: &random) }
    let found = told(try reconcile(sides, memory: 3_000))
    #expect(expected.count > 200, "seed \(seed)")
    #expect(found == expected.sorted(), "seed \(seed)")
  }
}
