import Claims
import Findings
import PolicyModel
import Registry
import Testing
import Values

@Suite("rules read when they are asked for")
struct RulesOnDemandTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    let apply: @Sendable (PolicyCopy) throws -> Void

    var testDescription: String { name }

    init(_ name: String, _ apply: @escaping @Sendable (PolicyCopy) throws -> Void) {
      self.name = name
      self.apply = apply
    }
  }

  static let damages = [
    Damage("no fault") { _ in },
    Damage("a fault in a region") { try $0.append("nonsense: 1\n", to: PolicyCopy.wuhai) },
    Damage("a fault in a province") { try $0.append("nonsense: 1\n", to: PolicyCopy.innerMongolia) },
    Damage("a fault in the nation's rules") { try $0.append("nonsense: 1\n", to: PolicyCopy.nation2022) },
    Damage("a fault in what changes build on") {
      try $0.replace("amount: 400000", with: "amount: 40万", in: PolicyCopy.beijing2023)
    },
    Damage("a fault in a code list") { try $0.append("nonsense: 1\n", to: "catalogue/national-codes.yaml") },
    Damage("no YAML") { try $0.write("region: [", to: PolicyCopy.wuhai) },
    Damage("no region") { try $0.replace("region: \"150300\"\n", with: "", in: PolicyCopy.wuhai) },
    Damage("a region written in another way") {
      try $0.replace("region: \"150300\"", with: "? region\n: \"150300\"", in: PolicyCopy.wuhai)
    },
    Damage("a region written twice") {
      try $0.replace("region: \"150300\"", with: "region: \"150300\"\nregion: \"150100\"", in: PolicyCopy.wuhai)
    },
    Damage("the region of another folder") {
      try $0.replace("region: \"150300\"", with: "region: \"150200\"", in: PolicyCopy.wuhai)
    },
    Damage("two folders of a region") { try $0.move(PolicyCopy.wuhai, to: "150300-another/2023-01-01.yaml") },
    Damage("a folder of no region") { try $0.move(PolicyCopy.wuhai, to: "wuhai/2023-01-01.yaml") },
    Damage("a parent that is not there") {
      try $0.replace("inherits: \"100000\"", with: "inherits: \"990000\"", in: PolicyCopy.innerMongolia)
    },
    Damage("parents in a ring") {
      try $0.replace("inherits: \"100000\"", with: "inherits: \"150300\"", in: PolicyCopy.innerMongolia)
    },
  ]

  static let codes = [
    "110000", "110105", "150000", "150100", "150200", "150300", "150302", "430000", "430102", "650100", "650102",
    "440300",
    "990000", "350102", "000000", "100000",
  ]
  static let days = ["2022-07-01", "2022-12-31", "2023-06-01", "2024-06-01", "2024-09-05", "2025-06-01"]

  @Test("they are the same as when all are read at once", arguments: damages)
  func same(damage: Damage) throws {
    let policies = try PolicyCopy()
    try damage.apply(policies)
    let whole = policies.load()
    let rules = policies.onDemand()
    for code in Self.codes {
      for day in Self.days {
        #expect(try rules.outcome(code, on: day) == whole.outcome(code, on: day), "\(code) on \(day)")
        let region = try #require(RegionCode(code))
        let date = try #require(CivilDate(day))
        #expect(rules.daysOfSameRules(region, on: date) == whole.daysOfSameRules(region, on: date))
        #expect((try? rules.found(code, on: day).digest) == (try? whole.found(code, on: day).digest))
      }
    }
  }

  @Test("what nobody asks for is not read, and its faults are not told until all is read")
  func others() throws {
    let policies = try PolicyCopy()
    try policies.append("nonsense: 1\n", to: PolicyCopy.wuhai)
    let rules = policies.onDemand()
    #expect(try rules.outcome("110000", on: "2024-06-01") == "110000 2024-01-01")
    #expect(rules.findings.isEmpty)
    #expect(rules.whole.findings.hasErrors)
    #expect(try rules.outcome("110000", on: "2024-06-01") == "110000 2024-01-01")
    #expect(try rules.outcome("150300", on: "2024-06-01") == "faulty")
    #expect(rules.findings.hasErrors)
  }

  @Test("they have the name that all have together, without reading them")
  func revision() throws {
    let policies = try PolicyCopy()
    #expect(policies.onDemand().revision == policies.load().revision)
  }

  @Test("a fault in a parent is told once, however many inherit it")
  func toldOnce() throws {
    let policies = try PolicyCopy()
    try policies.append("nonsense: 1\n", to: PolicyCopy.innerMongolia)
    let rules = policies.onDemand()
    for code in ["150000", "150100", "150300"] { #expect(try rules.outcome(code, on: "2023-06-01") == "faulty") }
    #expect(rules.findings.map(\.kind.code) == ["F0201"])
  }

  @Test("a folder without rules is empty, one with rules is not")
  func empty() throws {
    let policies = try PolicyCopy()
    #expect(!policies.onDemand().isEmpty)
    let collector = FindingCollector()
    let nothing = PolicyFolder(rules: [], catalogue: [])
    #expect(RulesOnDemand(nothing, collector: collector, includesDrafts: false).isEmpty)
    let unclear = SourceFile(path: "a/b.yaml", bytes: Array("x: 1\n".utf8))
    let other = PolicyFolder(rules: [unclear], catalogue: [])
    #expect(RulesOnDemand(other, collector: collector, includesDrafts: false).isEmpty)
  }
}
