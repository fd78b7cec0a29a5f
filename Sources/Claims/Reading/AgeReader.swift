import Findings
import PolicyModel
import Settlement
import Values

/// Takes the age from the claim, or from the birthday on the day the region says.
struct AgeReader {
  let policy: CompiledPolicy
  let collector: FindingCollector

  func setAge(_ facts: inout Facts, _ claim: Claim) {
    if let age = claim.age { facts[.age] = age }
    guard let birthday = claim.birthday else { return }
    if birthday > claim.settledOn {
      collector.report(.claimDatesReversed, at: claim.place, ["earlier": "brdy", "later": "setl_time"])
    }
    guard let day = day(of: claim) else { return }
    let computed = max(0, AgeReader.age(on: day, birthday: birthday))
    if let age = claim.age, age != computed {
      collector.report(
        .ageContradicts, at: claim.place, ["age": "\(age)", "day": "\(day)", "computed": "\(computed)"])
    }
    facts[.age] = computed
  }

  /// Full years; who was born on 29 February is a year older on 1 March of common years.
  static func age(on day: CivilDate, birthday: CivilDate) -> Int {
    let born = birthday.components
    let now = day.components
    let hadBirthday = (now.month, now.day) >= (born.month, born.day)
    return now.year - born.year - (hadBirthday ? 0 : 1)
  }

  private func day(of claim: Claim) -> CivilDate? {
    switch policy.policy.factsAsOf {
    case .settlement: claim.settledOn
    case .admission: claim.began
    case .yearStart: BenefitYear(policy.policy.benefitYear.start).start(of: claim.settledOn)
    }
  }
}
