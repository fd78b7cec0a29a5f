import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import Settlement
import TestSupport
import Testing
import Values

@Suite("claims settled line by line are answered as each is alone")
struct AlikeClaimsTests {
  /// For each plan, and variations of each of them.
  private static let claims = 3
  private static let tries = 60
  private static let variations = 24

  @Test("every byte of every answer, whatever differs or is broken", arguments: SettlementPropertyTests.sets)
  func answersAreTheSame(folder: String) throws {
    let registry = PolicySnapshot.load(Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    var generator = SeededGenerator(seed: Sample.seed)
    var alike = AlikeClaims(ClaimSettler(source: registry), language: .chinese)
    var (lines, settled) = (0, 0)
    for base in written(registry, using: &generator) {
      for _ in 0..<Self.variations {
        let line = ClaimVariation(base).line(using: &generator)
        guard let isSettled = compare(line, lines, &alike, registry) else { return }
        lines += 1
        if isSettled { settled += 1 }
      }
    }
    print("seed \(Sample.seed), \(folder): \(lines) lines, \(settled) settled, \(alike.countOfAlike) of them alike")
    #expect(settled * 4 > lines)
    #expect(alike.countOfAlike * 2 > settled)
  }

  @Test("series of persons' claims, in the order of time, with refunds", arguments: SettlementPropertyTests.sets)
  func seriesAreTheSame(folder: String) throws {
    let registry = PolicySnapshot.load(Repository.path(folder), catalogue: Repository.path("policies/catalogue"))
    var generator = SeededGenerator(seed: Sample.seed)
    var alike = AlikeClaims(ClaimSettler(source: registry), language: .chinese, carryingAccounts: true)
    var chain: AccountChain? = AccountChain()
    let lines = series(of: written(registry, using: &generator), using: &generator)
    var settled = 0
    for (number, line) in lines.enumerated() {
      let result = ClaimSettler(source: registry).settle(
        json: SourceFile(path: "claim", bytes: Array(line.utf8)), line: number, chain: &chain)
      if result.isSettled { settled += 1 }
      guard compare(line, number, &alike, registry, result) != nil else { return }
    }
    print("seed \(Sample.seed), \(folder): \(lines.count) in series, \(settled) settled, \(alike.countOfAlike) alike")
    #expect(alike.countOfAlike * 4 > settled)
  }

  /// Variations of claims by day, each of one of a few persons, some refunded.
  private func series(of bases: [String], using generator: inout SeededGenerator) -> [String] {
    var claims: [(day: String, line: String)] = []
    for base in bases {
      for _ in 0..<Self.variations / 4 {
        let person = Int.random(in: 0..<20, using: &generator)
        var line = ClaimVariation(base).line(using: &generator)
        if let accounts = line.firstRange(of: ", \"accounts\": {}") { line.removeSubrange(accounts) }
        line = line.dropLast() + ", \"psn_no\": \"P\(person)\"}"
        let day = line.firstMatch(of: /"setl_time": "([0-9-]+)"/).map { String($0.1) } ?? ""
        claims.append((day, line))
        if Int.random(in: 0..<8, using: &generator) == 0 {
          let id = line.firstMatch(of: /"claim_id": "(\w+)"/).map { String($0.1) } ?? ""
          let region = line.firstMatch(of: /"insuplc_admdvs": "(\w+)"/).map { String($0.1) } ?? ""
          let members = "\"refund_of\": \"\(id)\", \"insuplc_admdvs\": \"\(region)\", \"setl_time\": \"\(day)\""
          claims.append((day, "{\(members), \"psn_no\": \"P\(person)\"}"))
        }
      }
    }
    let ordered = claims.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    return ordered.map(\.element.line)
  }

  @Test("the project's own example claims")
  func examplesAreTheSame() throws {
    let registry = PolicySnapshot.load(Repository.path("policies"))
    for name in ["demo", "with-bad-lines"] {
      var alike = AlikeClaims(ClaimSettler(source: registry), language: .chinese)
      let text = try String(contentsOfFile: Repository.path("examples/claims/\(name).ndjson"), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        _ = compare(String(line), number, &alike, registry)
      }
    }
  }

  @Test("what is settled as one of many is JSON for Foundation as well, with the same ids and amounts")
  func settledLinesAreJSON() throws {
    let registry = PolicySnapshot.load(Repository.path("policies"))
    var generator = SeededGenerator(seed: Sample.seed)
    var alike = AlikeClaims(ClaimSettler(source: registry), language: .chinese)
    for base in written(registry, using: &generator) {
      for _ in 0..<Self.variations {
        let line = ClaimVariation(base).line(using: &generator)
        var answer: [UInt8] = []
        let before = alike.countOfAlike
        let isSettled = Array(line.utf8).withUnsafeBufferPointer { alike.settle($0, number: 1, into: &answer) }
        guard isSettled, alike.countOfAlike > before else { continue }
        let claim = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let result = try #require(try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any])
        let totals = try #require(result["setlinfo"] as? [String: Any])
        #expect(claim["claim_id"] as? String == result["claim_id"] as? String)
        for name in ["medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"] {
          #expect(fen(claim[name]) == fen(totals[name]), "seed \(Sample.seed): \(name) of \(line)")
        }
      }
    }
  }

  private func fen(_ value: Any?) -> Decimal? {
    if let text = value as? String { return Decimal(string: text) }
    return (value as? NSNumber).flatMap { Decimal(string: $0.stringValue) }
  }

  /// Whether the line was settled; nil and an issue when the answers differ.
  private func compare(
    _ line: String, _ number: Int, _ alike: inout AlikeClaims<PolicySnapshot>, _ registry: PolicySnapshot,
    _ known: ClaimResult? = nil
  ) -> Bool? {
    let result = known ?? alone(line, number, registry)
    let expected = SettlementWriter(catalogue: registry.catalogue, language: .chinese).line(for: result, number: number)
    var answer: [UInt8] = []
    let isSettled = Array(line.utf8).withUnsafeBufferPointer { alike.settle($0, number: number, into: &answer) }
    let found = String(decoding: answer, as: UTF8.self)
    if found == expected + "\n", isSettled == result.isSettled { return isSettled }
    Issue.record("seed \(Sample.seed): \(line)\n\(found) instead of\n\(expected)")
    return nil
  }

  private func alone(_ line: String, _ number: Int, _ registry: PolicySnapshot) -> ClaimResult {
    var chain: AccountChain?
    return ClaimSettler(source: registry).settle(
      json: SourceFile(path: "claim", bytes: Array(line.utf8)), line: number, chain: &chain)
  }

  /// Claims that settle, for every plan.
  private func written(_ registry: PolicySnapshot, using generator: inout SeededGenerator) -> [String] {
    var lines: [String] = []
    for (_, days, rules) in registry.compiled {
      let source = RandomClaims(rules.compiled)
      let writer = ClaimWriter(policy: rules.compiled, catalogue: registry.catalogue)
      for plan in rules.compiled.plans.indices {
        var count = 0
        for _ in 0..<Self.tries where count < Self.claims {
          var facts = source.facts(of: plan, using: &generator)
          facts.continuesUnit = false
          guard let day = writer.day(in: days, afterDays: Int(facts.days)),
            let line = try? writer.claim(for: facts, on: day, plan: plan), alone(line, 1, registry).isSettled
          else { continue }
          lines.append(line)
          count += 1
        }
      }
    }
    return lines
  }
}
