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
    guard let birthday = claim.birthday, let day = day(of: claim) else { return }
    let computed = AgeReader.age(on: day, birthday: birthday)
    if let age = claim.age, age != computed {
      collector.report(
        .ageContradicts, at: claim.place, ["age": "\(age)", "day": "\(day)", "computed": "\(computed)"])
    }
    facts[.age] = max(0, computed)
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
    case .yearStart: BenefitYear(policy.policy.benefitYear).start(of: claim.settledOn)
    }
  }
}

/// The year that accounts run for, by its first day.
struct BenefitYear {
  private let month: Int
  private let day: Int

  /// - Parameter firstDay: `MM-DD`.
  init(_ firstDay: String) {
    let parts = firstDay.split(separator: "-").compactMap { Int($0) }
    month = parts.first ?? 1
    day = parts.last ?? 1
  }

  /// The first day of the year that a day lies in.
  func start(of date: CivilDate) -> CivilDate {
    let parts = date.components
    let year = (parts.month, parts.day) >= (month, day) ? parts.year : parts.year - 1
    // A year that began on 29 February begins on 1 March in common years.
    return CivilDate(year: year, month: month, day: day) ?? CivilDate(year: year, month: 3, day: 1) ?? date
  }
}
