import Findings
import PolicyModel
import Settlement
import Standing

/// Whether a visit's costs belong where they are: catalogue, disease, outside examinations (docs/semantics.md 3.2, steps
/// 7 and 8).
struct VisitCheck {
  let policy: CompiledPolicy
  let collector: FindingCollector

  /// The clauses the costs rest on; reports what does not belong.
  func check(_ claim: Claim, _ facts: Facts) -> [StandingDecision.Ground] {
    let visit = policy.space.fixedValue(of: policy.space.values(of: .visit)[facts[.visit]], in: .visit)
    let isAway = facts[.distance] != policy.space.index(of: "local", in: .distance)
    var grounds: [StandingDecision.Ground] = []
    if isAway { grounds += catalogueGround(claim) }
    if visit == "chronic" {
      checkLines(claim)
      if isAway, claim.channel != "manual" { grounds += diseaseGround(claim) }
    }
    grounds += outsideGround(claim, isStay: visit == "inpatient")
    return grounds
  }

  private var rules: FilingRules? { policy.filing?.rules }

  private func catalogueGround(_ claim: Claim) -> [StandingDecision.Ground] {
    let used = claim.catalogue.flatMap { FilingRules.CatalogueOwner(rawValue: $0.text) } ?? .treatment
    guard let rule = rules?.catalogue else {
      if used == .home { reportNotSaid(.catalogue, claim) }
      return []
    }
    let asked = claim.channel == "manual" ? rule.manual : rule.direct
    if asked.value == used {
      return [.init(kind: used == .home ? .homeCatalogue : .treatmentCatalogue, citation: asked.citation)]
    }
    func chinese(_ owner: FilingRules.CatalogueOwner) -> String { owner == .home ? "参保地" : "就医地" }
    func english(_ owner: FilingRules.CatalogueOwner) -> String { owner == .home ? "insurance" : "treatment" }
    collector.report(
      .catalogueDiffers, at: claim.catalogue?.place ?? claim.place,
      [
        "found": english(used), "expected": english(asked.value), "found_zh": chinese(used),
        "expected_zh": chinese(asked.value), "value": asked.value.rawValue, "clause": asked.citation.text,
      ])
    return []
  }

  /// Chronic diseases are settled one by one.
  private func checkLines(_ claim: Claim) {
    for line in claim.lines {
      guard let own = line.disease, own.text != claim.disease?.text else { continue }
      collector.report(
        .otherDisease, at: own.place, ["found": own.text, "expected": claim.disease?.text ?? "—"])
    }
  }

  private func diseaseGround(_ claim: Claim) -> [StandingDecision.Ground] {
    guard let direct = rules?.directDiseases else { return [] }
    guard let disease = claim.disease else {
      collector.report(.fieldMissing, at: claim.place, ["field": "dise_codg"])
      return []
    }
    // A disease that is not on the region's own list is refused for that.
    if policy.space.diseases != nil, policy.space.index(of: disease.text, in: .disease) < 0 { return [] }
    if direct.value.contains(disease.text) { return [.init(kind: .directDisease, citation: direct.citation)] }
    collector.report(
      .diseaseNotDirect, at: disease.place, ["code": disease.text, "clause": direct.citation.text])
    return []
  }

  private func outsideGround(_ claim: Claim, isStay: Bool) -> [StandingDecision.Ground] {
    guard let line = claim.lines.first(where: \.isOutside) else { return [] }
    guard let rule = rules?.outsideExamination else {
      reportNotSaid(.outsideExamination, claim)
      return []
    }
    if isStay, rule.value == .merged { return [.init(kind: .outsideExamination, citation: rule.citation)] }
    collector.report(.outsideExamination, at: line.place, ["clause": rule.citation.text])
    return []
  }

  private func reportNotSaid(_ rule: FilingRule, _ claim: Claim) {
    StandingFailureReport(policy: policy, claim: claim)
      .reportNotSaid(rule.rawValue, StandingWords.rule(rule), to: collector)
  }
}
