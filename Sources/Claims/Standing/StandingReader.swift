import Findings
import PolicyModel
import Settlement
import Standing
import Values

/// The standing of a claim: from its filings, or as it states it (docs/semantics.md 3.2, steps 1 to 6).
struct StandingReader {
  let policy: CompiledPolicy
  let catalogue: Catalogue
  let collector: FindingCollector

  /// The decision; nil when a finding was reported. `facts` know everything but the standing.
  func decide(_ facts: Facts, _ claim: Claim) -> StandingDecision? {
    // Typed, so that nothing can be thrown that is not reported.
    do throws(StandingFailure) {
      return try decided(facts, claim)
    } catch {
      StandingFailureReport(policy: policy, claim: claim).report(error, to: collector)
      return nil
    }
  }

  private func decided(_ facts: Facts, _ claim: Claim) throws(StandingFailure) -> StandingDecision? {
    let trauma = try claim.isTrauma ? traumaGround(claim) : nil
    let found: StandingDecision?
    if let filings = claim.filings {
      found = try find(filings, facts, claim)
    } else {
      found = stated(facts, claim)
    }
    guard var decision = found else { return nil }
    if let trauma { decision.grounds.insert(trauma, at: 0) }
    return decision
  }

  private func traumaGround(_ claim: Claim) throws(StandingFailure) -> StandingDecision.Ground {
    try TraumaRule.check(
      policy.filing?.rules, isThirdPartyLiable: claim.isThirdPartyLiable, hasCommitment: claim.hasTraumaCommitment)
  }

  /// The standing a claim states; nil and a finding when it states none that fits.
  private func stated(_ facts: Facts, _ claim: Claim) -> StandingDecision? {
    let isHome = isHome(facts)
    guard let standing = claim.standing else {
      if isHome { return .local }
      let known = policy.space.values(of: .standing).filter { $0 != "local" }
      collector.report(.standingMissing, at: claim.place, ["suggestion": known.joined(separator: ", ")])
      return nil
    }
    let isBackHome = [policy.filing?.rules.backHome?.standing, policy.filing?.rules.backHome?.untilPapers]
      .contains { $0?.value == standing.text }
    if isHome != (standing.text == "local"), !(isHome && isBackHome) {
      collector.report(.standingContradicts, at: standing.place, ["standing": standing.text])
      return nil
    }
    return StandingDecision(standing: standing.text, channels: isHome ? .either : nil)
  }

  private func find(_ records: [Claim.FilingRecord], _ facts: Facts, _ claim: Claim) throws(StandingFailure)
    -> StandingDecision?
  {
    guard let finder = StandingFinder(policy: policy, catalogue: catalogue) else {
      collector.report(.filingsUnused, at: claim.place, ["region": policy.policy.region.text])
      return nil
    }
    guard let filings = filings(records) else { return nil }
    let decision = try decision(filings, facts, claim, finder)
    if let stated = claim.standing, stated.text != decision.standing {
      collector.report(
        .standingDiffers, at: stated.place, ["stated": stated.text, "found": decision.standing])
      return nil
    }
    return decision
  }

  private func decision(_ filings: [Filing], _ facts: Facts, _ claim: Claim, _ finder: StandingFinder)
    throws(StandingFailure) -> StandingDecision
  {
    try finder.checkForm(of: filings)
    if isHome(facts) {
      // Somebody who never filed is local, whatever else is not told.
      if filings.isEmpty { return .local }
    } else if let exemption = try finder.exemption(from: facts) {
      return exemption
    }
    return try finder.find(filings, for: visit(facts, claim))
  }

  /// More filings than anybody makes in a life.
  private static let filingLimit = 200

  private func filings(_ records: [Claim.FilingRecord]) -> [Filing]? {
    if records.count > StandingReader.filingLimit {
      collector.report(
        .tooManyFilings, at: records[StandingReader.filingLimit].place,
        ["count": "\(records.count)", "limit": "\(StandingReader.filingLimit)"])
      return nil
    }
    var filings: [Filing] = []
    for record in records {
      var filing = record.filing
      if let code = record.insurance {
        filing.insurance = catalogue.value(of: code.text, in: .insurance)
        if filing.insurance == nil {
          let known = (catalogue.codes[.insurance] ?? [:]).keys.sorted().joined(separator: ", ")
          collector.report(
            .unknownClaimCode, at: code.place, ["field": "filings/insutype", "code": code.text, "suggestion": known])
        }
      }
      filings.append(filing)
    }
    return collector.hasErrors ? nil : filings
  }

  private func visit(_ facts: Facts, _ claim: Claim) throws(StandingFailure) -> Visit {
    guard let began = claim.began else { throw .missing(field: "begntime") }
    let kind = policy.space.values(of: .visit)[facts[.visit]]
    let fixed = policy.space.fixedValue(of: kind, in: .visit)
    if fixed == "inpatient", claim.ended == nil { throw .missing(field: "endtime") }
    let place = claim.treatedIn ?? claim.insuredIn
    return Visit(
      facts: facts, place: catalogue.poolingRegion(of: place) ?? place.city, isAtHome: isHome(facts),
      isChronic: fixed == "chronic", disease: claim.disease?.text, institution: claim.institution,
      insurance: catalogue.value(of: claim.insurance.text, in: .insurance) ?? "", employer: claim.employer,
      began: began, ended: claim.ended ?? began, settledOn: claim.knownOn, isEmergency: claim.isEmergency)
  }

  private func isHome(_ facts: Facts) -> Bool { facts[.distance] == policy.space.index(of: "local", in: .distance) }

  /// Reports a claim in a channel that is not open to it.
  func checkChannel(_ decision: StandingDecision, _ claim: Claim) {
    guard decision.channels == .manual, claim.channel != "manual" else { return }
    let filed = decision.filed ?? ""
    let clause = decision.grounds.last { $0.kind == .manualOnly }?.citation.text ?? ""
    collector.report(
      .manualOnly, at: claim.place,
      [
        "filed": filed.replacing("_", with: " "), "filed_zh": Dimension.filed.chinese(of: filed), "clause": clause,
      ])
  }
}
