import Claims
import Findings
import Registry
import Testing

@Suite("a folder with a faulty file")
struct FaultyFileTests {
  @Test("the shipped rules have no fault, and every demo claim settles")
  func sound() throws {
    let policies = try PolicyCopy()
    let registry = policies.load()
    #expect(registry.findings.map(\.kind.code) == [])
    #expect(try registry.refusedDemos() == [:])
  }

  @Test("only the region of the faulty file refuses")
  func ownRegion() throws {
    let policies = try PolicyCopy()
    try policies.append("nonsense: 1\n", to: PolicyCopy.wuhai)
    #expect(try policies.load().refusedDemos() == ["demo-06": "S0206", "demo-07": "S0206"])
  }

  @Test("regions that inherit from the faulty file refuse too")
  func heirs() throws {
    let policies = try PolicyCopy()
    try policies.append("nonsense: 1\n", to: PolicyCopy.innerMongolia)
    let registry = policies.load()
    #expect(try registry.refusedDemos() == ["demo-06": "S0206", "demo-07": "S0206"])
    #expect(try registry.outcome("150000", on: "2024-01-01") == "faulty")
  }

  @Test("a fault above refuses only the days on which the faulty version holds")
  func days() throws {
    let policies = try PolicyCopy()
    try policies.append("nonsense: 1\n", to: PolicyCopy.nation2022)
    let registry = policies.load()
    #expect(try registry.outcome("110000", on: "2024-09-04") == "faulty")
    #expect(try registry.outcome("110000", on: "2024-09-05") == "110000 2024-09-05")
    #expect(try registry.demoCodes()["demo-05"] == [])
    #expect(try registry.demoCodes()["demo-01"] == ["S0206"])
  }

  @Test("a version written as changes is as faulty as the file it changes")
  func base() throws {
    let policies = try PolicyCopy()
    try policies.replace("amount: 400000", with: "amount: 40万", in: PolicyCopy.beijing2023)
    let registry = policies.load()
    #expect(try registry.outcome("110000", on: "2023-06-01") == "faulty")
    #expect(try registry.outcome("110000", on: "2024-06-01") == "faulty")
    #expect(try registry.outcome("150300", on: "2024-06-01") == "150300 2023-01-01")
  }

  @Test("a fault in a code list refuses every region, because every claim is read with it")
  func catalogue() throws {
    let policies = try PolicyCopy()
    try policies.append("nonsense: 1\n", to: "catalogue/national-codes.yaml")
    let codes = try policies.load().demoCodes()
    #expect(codes.count == 12)
    #expect(codes.values.allSatisfy { $0 == ["S0206"] })
  }

  @Test("a city whose file cannot be read at all never settles by its province's rules")
  func unreadable() throws {
    let policies = try PolicyCopy()
    #expect(try policies.load().outcome("430100", on: "2024-06-01") == "430000 2023-09-01")
    try policies.write("{{ not a rule file\n", to: "430100-changsha/2023-01-01.yaml")
    let registry = policies.load()
    #expect(registry.findings.hasErrors)
    #expect(try registry.outcome("430100", on: "2024-06-01") == "faulty")
    #expect(try registry.outcome("430200", on: "2024-06-01") == "430000 2023-09-01")
  }

  @Test("a warning refuses nothing")
  func warning() throws {
    let policies = try PolicyCopy()
    try policies.replace("source: 乌23号 起付标准}", with: "source: 乌23号}", in: PolicyCopy.wuhai)
    let registry = policies.load()
    #expect(Set(registry.findings.map(\.kind.code)) == ["P0303"])
    #expect(!registry.findings.hasErrors)
    #expect(try registry.refusedDemos() == [:])
  }
}
