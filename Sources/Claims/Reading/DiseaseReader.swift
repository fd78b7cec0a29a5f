import Findings
import PolicyModel
import Settlement
import Values

/// The disease of a claim and those of the person, by the region's list.
struct DiseaseReader {
  let policy: CompiledPolicy
  let catalogue: Catalogue
  let collector: FindingCollector

  func setDiseases(_ facts: inout Facts, _ claim: Claim) {
    if let disease = claim.disease { checkKnown(disease, field: "dise_codg") }
    for code in claim.diseases { checkKnown(code, field: "diseases") }
    guard let list = policy.space.diseases, !collector.hasErrors else { return }
    if let disease = claim.disease { facts[.disease] = index(of: disease.text, in: list) }
    setAll(&facts, claim, list)
  }

  /// A chronic visit is for a disease of the region's list; benefits that are refused anyway need none.
  func checkListed(_ facts: Facts, _ claim: Claim) {
    let visits = policy.space.values(of: .visit)
    guard policy.space.diseases != nil, visits.indices.contains(facts[.visit]), facts[.disease] < 0,
      policy.space.fixedValue(of: visits[facts[.visit]], in: .visit) == "chronic"
    else { return }
    if let disease = claim.disease {
      reportUnlisted(disease)
    } else {
      collector.report(.fieldMissing, at: claim.place, ["field": "dise_codg"])
    }
  }

  private func setAll(_ facts: inout Facts, _ claim: Claim, _ list: DiseaseList) {
    for code in claim.diseases {
      let index = index(of: code.text, in: list)
      if index < 0 {
        reportUnlisted(code)
      } else if facts.diseases.contains(Int32(index)) {
        report(code.place, "\(code.text) is listed twice", "\(code.text) 写了两次")
      } else {
        facts.diseases.append(Int32(index))
      }
    }
    if let disease = claim.disease, !claim.diseases.isEmpty,
      !claim.diseases.contains(where: { $0.text == disease.text })
    {
      report(disease.place, "\(disease.text) is not among them", "其中没有 \(disease.text)")
    }
  }

  private func report(_ place: Place, _ reason: String, _ chinese: String) {
    collector.report(.diseasesContradict, at: place, ["reason": reason, "reason_zh": chinese])
  }

  private func index(of code: String, in list: DiseaseList) -> Int {
    list.diseases.firstIndex { $0.code == code }.map { $0 + list.groups.count } ?? -1
  }

  private func reportUnlisted(_ code: Claim.Coded) {
    collector.report(
      .diseaseNotListed, at: code.place, ["code": code.text, "region": policy.policy.region.text])
  }

  /// A code that no list knows is a slip.
  private func checkKnown(_ code: Claim.Coded, field: String) {
    let isListed = policy.space.diseases?.diseases.contains { $0.code == code.text } ?? false
    guard !catalogue.diseases.isEmpty, catalogue.diseases[code.text] == nil, !isListed else { return }
    collector.report(
      .unknownClaimCode, at: code.place,
      ["field": field, "code": code.text, "suggestion": "catalogue/diseases.yaml"])
  }
}
