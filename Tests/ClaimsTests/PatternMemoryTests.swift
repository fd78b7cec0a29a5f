import Claims
import Findings
import PolicyModel
import Registry
import TestSupport
import Testing
import Values

@Suite("kinds of claims that are remembered")
struct PatternMemoryTests {
  /// Claims of as many kinds: each was treated somewhere else.
  private func kinds(_ count: Int, _ registry: PolicySnapshot) throws -> [String] {
    let places = registry.catalogue.regions.keys.sorted().filter { $0.text.hasPrefix("11") || $0.text.hasPrefix("43") }
    try #require(places.count >= 2)
    let persons = ["11", "12"]
    let levels = ["02", "05", "08"]
    let all = places.flatMap { place in
      persons.flatMap { person in levels.map { Self.claim(treatedIn: place.text, of: person, at: $0) } }
    }
    try #require(all.count >= count)
    return Array(all.prefix(count))
  }

  private static func claim(treatedIn place: String, of person: String, at level: String) -> String {
    let members = [
      "\"claim_id\": \"1\", \"insutype\": \"310\", \"psn_type\": \"\(person)\", \"insuplc_admdvs\": \"110000\"",
      "\"mdtrtarea_admvs\": \"\(place)\", \"standing\": \"\(place.hasPrefix("11") ? "local" : "long_term")\"",
      "\"med_type\": \"21\", \"hosp_lv\": \"\(level)\", \"setl_time\": \"2024-03-12\", \"accounts\": {}",
      "\"medfee_sumamt\": 6000.00, \"fulamt_ownpay_amt\": 0.00, \"overlmt_selfpay\": 0.00, \"preselfpay_amt\": 0.00",
      "\"inscp_scp_amt\": 6000.00, \"hardship\": \"none\"",
    ]
    return "{\(members.joined(separator: ", "))}"
  }

  private func settled(_ lines: [String], _ registry: PolicySnapshot, most: Int) -> (alike: Int, same: Bool) {
    let settler = ClaimSettler(source: registry)
    let writer = SettlementWriter(catalogue: registry.catalogue, language: .chinese)
    var claims = AlikeClaims(settler, language: .chinese, mostPatterns: most)
    var same = true
    for line in lines {
      var answer: [UInt8] = []
      _ = Array(line.utf8).withUnsafeBufferPointer { claims.settle($0, number: 1, into: &answer) }
      var chain: AccountChain?
      let alone = settler.settle(
        json: SourceFile(path: "claim", bytes: Array(line.utf8)), line: 1, chain: &chain)
      same =
        same && alone.isSettled && String(decoding: answer, as: UTF8.self) == writer.line(for: alone, number: 1) + "\n"
    }
    return (claims.countOfAlike, same)
  }

  @Test("kinds that are used again make room for new ones when they are too many")
  func used() throws {
    let registry = PolicySnapshot.load(Repository.path("policies"))
    let twice = try kinds(8, registry).flatMap { [$0, $0] }
    let (alike, same) = settled(twice, registry, most: 2)
    #expect(alike == 16)
    #expect(same)
  }

  @Test("kinds that come only once do not, until many were turned away")
  func usedOnce() throws {
    let registry = PolicySnapshot.load(Repository.path("policies"))
    let (alike, same) = settled(try kinds(12, registry), registry, most: 1)
    // The first, ten in the general way, and the twelfth.
    #expect(alike == 2)
    #expect(same)
  }
}
