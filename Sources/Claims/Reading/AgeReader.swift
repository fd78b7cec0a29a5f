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
    let computed = AgeReader.age(on: day, birthday: birthday)
    if let age = claim.age, age != computed {
      collector.report(
        .ageContradicts, at: claim.place, ["age": "\(age)", "day": "\(day)", "computed": "\(computed)"])
    }
    facts[.age] = computed
  }

  /// Full years, none before the birthday; who was born on 29 February is a year older on 1 March of common years.
  static func age(on day: CivilDate, birthday: CivilDate) -> Int {
    let born = birthday.components
    let now = day.components
    let hadBirthday = (now.month, now.day) >= (born.month, born.day)
    return max(0, now.year - born.year - (hadBirthday ? 0 : 1))
  }

  private func day(of claim: Claim) -> CivilDate? {
    AgeReader.day(
      policy.policy.factsAsOf, settledOn: claim.settledOn, began: claim.began,
      BenefitYear(policy.policy.benefitYear.start))
  }

  /// The day on which a region's rules ask for the age.
  static func day(_ day: FactsDay, settledOn: CivilDate, began: CivilDate?, _ year: BenefitYear) -> CivilDate? {
    switch day {
    case .settlement: settledOn
    case .admission: began
    case .yearStart: year.start(of: settledOn)
    }
  }
}
