import Findings
import PolicyModel
import Settlement
import Values

/// Words an evaluation failure as a finding about the claim.
struct FailureReport {
  let rules: RulesInForce
  let claim: Claim
  let facts: Facts

  func report(_ failure: EvaluationFailure, to collector: FindingCollector) {
    let compiled = rules.compiled
    switch failure {
    case .refused(let reason):
      collector.report(.refusedByRules, at: claim.place, ["reason": reason])
    case .noPlan:
      if compiled.plans.isEmpty {
        collector.report(.frameOnly, at: claim.place, ["region": compiled.policy.region.text])
        return
      }
      let plans = compiled.plans.map(\.plan.name).joined(separator: ", ")
      collector.report(.noPlan, at: claim.place, ["facts": factText, "plans": plans])
    case .missingFact(.disease) where claim.disease != nil:
      collector.report(
        .diseaseNotListed, at: claim.disease?.place,
        ["code": claim.disease?.text ?? "", "region": compiled.policy.region.text])
    case .missingFact(.age) where claim.birthday != nil && claim.began == nil:
      collector.report(.fieldMissing, at: claim.place, ["field": "begntime"])
    case .missingFact(let dimension):
      collector.report(.fieldMissing, at: claim.place, ["field": FailureReport.field(of: dimension)])
    case .missingDays:
      let field = claim.began == nil ? "begntime" : "endtime"
      collector.report(.fieldMissing, at: claim.place, ["field": field])
    case .missingDiseases: collector.report(.fieldMissing, at: claim.place, ["field": "diseases"])
    case .nonLocalUnknown:
      collector.report(.nonLocalUnknown, at: claim.place, ["region": compiled.policy.region.text])
    case .noCase: collector.report(.noCase, at: claim.place, ["facts": factText])
    case .overflow: collector.report(.settlementOverflow, at: claim.place)
    }
  }

  private var factText: String {
    [Dimension.insurance, .visit, .person, .hospitalLevel].compactMap { dimension in
      guard facts[dimension] >= 0 else { return nil }
      let value = rules.compiled.space.values(of: dimension)[facts[dimension]]
      return rules.compiled.space.title(of: value, in: dimension, chinese: true)
    }.joined(separator: "、")
  }

  /// The claim's field that a dimension comes from.
  static func field(of dimension: Dimension) -> String {
    switch dimension {
    case .insurance: "insutype"
    case .visit: "med_type"
    case .person: "psn_type"
    case .hospitalLevel: "hosp_lv"
    case .distance: "mdtrtarea_admvs"
    case .occurrence: "accounts"
    case .disease: "dise_codg"
    case .standing, .channel, .age, .hardship: dimension.name
    default: "attributes/\(dimension.name)"
    }
  }
}
