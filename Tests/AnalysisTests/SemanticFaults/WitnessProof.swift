import Claims
import Findings
import Foundation
import PolicyModel
import Registry
import Settlement
import Testing
import Values

/// The claims of a finding, settled like any other under the rules it is about, against what its message says.
struct WitnessProof {
  private let finding: Finding
  private let registry: PolicyRegistry

  init(_ finding: Finding, _ registry: PolicyRegistry) {
    self.finding = finding
    self.registry = registry
  }

  func check() throws {
    let arguments = finding.arguments
    switch finding.kind {
    case .paidFalls, .paidTooSteep, .paidJumps:
      try expect([arguments["before"], arguments["after"]])
    case .lowerLevelPaysLess, .retiredPaysMore, .hardshipPaysMore, .laterStayPaysLess:
      try expect([arguments["paid"], arguments["other"]])
    case .reductionBeyondGuardrail, .reductionNotAboutGuardrail: try expectReduction()
    case .planGap: try expectNoPlan()
    default: #expect(finding.witnesses.isEmpty, "\(finding.kind.code) has claims that no test looks at")
    }
  }

  /// What the funds pay for each claim, in order.
  private func expect(_ amounts: [String?]) throws {
    let paid = try finding.witnesses.map { try settle($0).fundTotal.description }
    #expect(paid == amounts.compactMap { $0 }, "\(finding.message(in: .english))")
  }

  /// The claim elsewhere is paid so many points less than the same claim at home.
  private func expectReduction() throws {
    let line = try #require(finding.witnesses.first)
    let away = try settle(line)
    #expect(away.facts.inScope.description == finding.arguments["expense"])
    // Where the plan is for treatment elsewhere only, nothing at home can be held against it.
    guard case .settled(let home) = result(try atHome(line)) else {
      #expect(away.facts[.standing] >= 0)
      return
    }
    let less = home.fundTotal.count - away.fundTotal.count
    let hundredths = less * 10_000 / away.facts.inScope.count
    let told = try #require(finding.arguments["found"]?.split(separator: "…").first)
    let points = try #require(Decimal(string: String(told)))
    let difference = Decimal(hundredths) - points * 100
    let text = "\(finding.message(in: .english)): \(home.fundTotal), \(away.fundTotal)"
    #expect(difference >= -1, "\(text)")
    // What a deductible of its own takes away comes on top of what is told.
    let hasOwnDeductible = home.outcome.deductibleCharged != away.outcome.deductibleCharged
    #expect(hasOwnDeductible || difference <= 1, "\(text)")
  }

  private func atHome(_ line: String) throws -> String {
    let claim = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let own = try #require(claim["insuplc_admdvs"] as? String)
    let place = try #require(claim["mdtrtarea_admvs"] as? String)
    let standing = try #require(claim["standing"] as? String)
    return
      line
      .replacing("\"mdtrtarea_admvs\": \"\(place)\"", with: "\"mdtrtarea_admvs\": \"\(own)\"")
      .replacing(", \"standing\": \"\(standing)\"", with: "")
  }

  private func expectNoPlan() throws {
    let line = try #require(finding.witnesses.first)
    guard case .failed(let failed) = result(line) else {
      Issue.record("settles: \(line)")
      return
    }
    #expect(failed.findings.map(\.kind.code) == [FindingKind.noPlan.code])
  }

  private func settle(_ line: String) throws -> SettledClaim {
    switch result(line) {
    case .settled(let settled): return settled
    case .failed(let failed):
      Issue.record("\(failed.findings.map { $0.message(in: .english) }): \(line)")
    case .refunded: Issue.record("a refund: \(line)")
    }
    throw WitnessRefused()
  }

  private func result(_ line: String) -> ClaimResult {
    var chain: AccountChain?
    return ClaimSettler(source: registry)
      .settle(json: SourceFile(path: "witness", bytes: Array(line.utf8)), chain: &chain)
  }

  private struct WitnessRefused: Error {}
}
