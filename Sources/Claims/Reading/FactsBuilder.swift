import Findings
import PolicyModel
import Settlement
import Values

/// Turns a claim's codes into facts of a region's rules; an unknown code is a finding, never a guess.
struct FactsBuilder {
  let policy: CompiledPolicy
  let catalogue: Catalogue
  let collector: FindingCollector

  /// Nil when a finding was reported. The standing is not known yet, values are not refined to classes.
  func facts(of claim: Claim) -> Facts? {
    var facts = Facts(
      total: claim.amounts.total, firstSelfPay: claim.amounts.firstSelfPay, inScope: claim.amounts.inScope)
    set(&facts, .insurance, claim.insurance, field: "insutype")
    set(&facts, .person, claim.personKind, field: "psn_type")
    set(&facts, .visit, claim.visit, field: "med_type")
    if let level = claim.hospitalLevel { set(&facts, .hospitalLevel, level, field: "hosp_lv") }
    facts[.channel] = index(of: claim.channel ?? "direct", in: .channel)
    if let hardship = claim.hardship { facts[.hardship] = index(of: hardship, in: .hardship) }
    facts.continuesUnit = claim.sameUnit != nil
    if let began = claim.began, let ended = claim.ended {
      facts.days = max(1, ended.dayNumber - began.dayNumber)
    }
    AgeReader(policy: policy, collector: collector).setAge(&facts, claim)
    setAttributes(&facts, claim)
    checkPerson(facts, claim)
    setDistance(&facts, claim)
    guard !collector.hasErrors else { return nil }
    DiseaseReader(policy: policy, catalogue: catalogue, collector: collector).setDiseases(&facts, claim)
    return facts
  }

  private func index(of value: String, in dimension: Dimension) -> Int { policy.space.index(of: value, in: dimension) }

  private func set(_ facts: inout Facts, _ dimension: Dimension, _ code: Claim.Coded, field: String) {
    if let value = catalogue.value(of: code.text, in: dimension) {
      facts[dimension] = index(of: value, in: dimension)
      return
    }
    let known = (catalogue.codes[dimension] ?? [:]).keys.sorted().joined(separator: ", ")
    collector.report(
      .unknownClaimCode, at: code.place, ["field": field, "code": code.text, "suggestion": known])
  }

  /// Only employees retire, only residents are children.
  private func checkPerson(_ facts: Facts, _ claim: Claim) {
    guard facts[.person] >= 0, facts[.insurance] >= 0 else { return }
    let insurance = Dimension.insurance.values[facts[.insurance]]
    guard let needed = Dimension.person.values[facts[.person]].insurance, needed != insurance.id else { return }
    collector.report(
      .personContradicts, at: claim.personKind.place,
      ["person": claim.personKind.text, "insurance": claim.insurance.text])
  }

  /// The attributes that the region's rules go by; others play no part, or serve classes.
  private func setAttributes(_ facts: inout Facts, _ claim: Claim) {
    for attribute in policy.space.attributes {
      guard let given = claim.attributes[attribute.name] else { continue }
      if attribute.isNumeric, let number = Int(given.text), (0...9999).contains(number), "\(number)" == given.text {
        facts[attribute] = number
      } else if let index = attribute.values.firstIndex(where: { $0.id == given.text }) {
        facts[attribute] = index
      } else {
        let known = attribute.isNumeric ? "0…9999" : attribute.values.map(\.id).joined(separator: ", ")
        collector.report(
          .attributeValue, at: given.place, ["name": attribute.name, "text": given.text, "suggestion": known])
      }
    }
  }

  /// How far the place of treatment is from home.
  private func setDistance(_ facts: inout Facts, _ claim: Claim) {
    let home = claim.insuredIn
    let distance = TreatmentPlaces(catalogue: catalogue).distance(from: home, to: claim.treatedIn ?? home)
    facts[.distance] = index(of: distance, in: .distance)
  }
}
