import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import TestSupport
import Testing
import Values

@Suite("kinds of claims that are remembered")
struct PatternMemoryTests {
  /// Claims that differ in where they were treated, in the person's group, or in the hospital's level.
  private func kinds(_ count: Int) throws -> [String] {
    let demo = try String(contentsOfFile: Repository.path("examples/claims/demo.ndjson"), encoding: .utf8)
    let first = try #require(demo.split(separator: "\n").first)
    let place = "\"mdtrtarea_admvs\": \"110000\""
    let places =
      [place] + ["120000", "430000", "430100"].map { "\"mdtrtarea_admvs\": \"\($0)\", \"standing\": \"long_term\"" }
    let all = places.flatMap { other in
      ["11", "12"].flatMap { group in
        ["03", "05", "08"].map { level in
          first.replacing(place, with: other).replacing("\"psn_type\": \"11\"", with: "\"psn_type\": \"\(group)\"")
            .replacing("\"hosp_lv\": \"03\"", with: "\"hosp_lv\": \"\(level)\"")
        }
      }
    }
    try #require(Set(all).count >= count)
    return all.prefix(count).map { String($0) }
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
    let twice = try kinds(8).flatMap { [$0, $0] }
    let (alike, same) = settled(twice, registry, most: 2)
    #expect(alike == 16)
    #expect(same)
  }

  @Test("kinds that come only once do not, until many were turned away")
  func usedOnce() throws {
    let registry = PolicySnapshot.load(Repository.path("policies"))
    let (alike, same) = settled(try kinds(12), registry, most: 1)
    // The first, ten in the general way, and the twelfth.
    #expect(alike == 2)
    #expect(same)
  }
}
