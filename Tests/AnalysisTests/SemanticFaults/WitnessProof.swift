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
  private let rules: FaultyCopy

  init(_ finding: Finding, _ rules: FaultyCopy) {
    self.finding = finding
    self.rules = rules
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

  /// The claim elsewhere is paid so many points less than the same claim at home, or, where the plan is for treatment
  /// elsewhere only, than that of somebody who was referred.
  private func expectReduction() throws {
    let line = try #require(finding.witnesses.first)
    let away = try settle(line)
    let home = try claimsAtHome(line).compactMap(settled).first
    let full = try #require(home, "nothing to compare with: \(line)")
    #expect(away.facts.inScope.description == finding.arguments["expense"])
    let less = full.fundTotal.count - away.fundTotal.count
    let hundredths = less * 10_000 / away.facts.inScope.count
    let told = try #require(finding.arguments["found"]?.split(separator: "…").first)
    let points = try #require(Decimal(string: String(told)))
    let difference = Decimal(hundredths) - points * 100
    let text = "\(finding.message(in: .english)): \(full.fundTotal), \(away.fundTotal)"
    #expect(difference >= -1, "\(text)")
    // What a deductible of its own takes away comes on top of what is told.
    let hasOwnDeductible = full.outcome.deductibleCharged != away.outcome.deductibleCharged
    #expect(hasOwnDeductible || difference <= 1, "\(text)")
  }

  private func claimsAtHome(_ line: String) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let claim = try #require(object as? [String: Any])
    let own = try #require(claim["insuplc_admdvs"] as? String)
    let place = try #require(claim["mdtrtarea_admvs"] as? String)
    let standing = try #require(claim["standing"] as? String)
    let told = ", \"standing\": \"\(standing)\""
    return [
      line.replacing("\"mdtrtarea_admvs\": \"\(place)\"", with: "\"mdtrtarea_admvs\": \"\(own)\"")
        .replacing(told, with: ""),
      line.replacing(told, with: ", \"standing\": \"referral\""),
    ]
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
    let refusals = if case .failed(let failed) = result(line) { failed.findings } else { [Finding]() }
    return try #require(settled(line), "\(refusals.map { $0.message(in: .english) }): \(line)")
  }

  private func settled(_ line: String) -> SettledClaim? {
    if case .settled(let settled) = result(line) { settled } else { nil }
  }

  private func result(_ line: String) -> ClaimResult {
    var chain: AccountChain?
    return ClaimSettler(source: rules.registry)
      .settle(json: SourceFile(path: "witness", bytes: Array(line.utf8)), chain: &chain)
  }
}
