import PolicyModel
import Settlement
import Values

/// What claims have in common whose lines differ only in ids, days, amounts and what accounts hold, and whose persons are of
/// one age: the rules, the facts, the standing, the benefit, and how the answer is written.
struct ClaimPattern {
  /// The bytes between the cuts, one stretch after the other.
  let stretches: [UInt8]
  /// Where each stretch ends.
  let ends: [Int32]
  /// On these days the same rules are in force.
  let days: DateInterval
  let year: BenefitYear
  let rules: RulesInForce
  /// Without amounts.
  let facts: Facts
  /// From the birthday; nil when the claim tells none, or the age does not follow from it.
  let age: Int?
  let ageDay: FactsDay
  /// Institutions by which the rules tell visits apart; a claim of one of them is read on its own.
  let institutions: Set<[UInt8]>
  /// What each cut in `accounts` holds, in their order.
  let accountCuts: [AccountCut]
  let plan: Int
  /// The plan by numbers; nil where it is evaluated in general.
  let flat: ReadyPlan?
  /// The weakest basis of the clauses that the standing rests on.
  let basis: Basis
  let answer: AnswerPattern

  enum AccountCut {
    case amount(Int)
    case count(Int)
    /// The rest of a family, which holds nothing.
    case rest
  }

  /// Whether a line has the same bytes between its cuts.
  func matches(_ line: borrowing ClaimLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard ends.count == line.count + 1 else { return false }
    return stretches.withUnsafeBufferPointer { own in
      var start = 0
      var from = 0
      for number in ends.indices {
        let end = number < line.count ? Int(line.cuts[number].start) : bytes.count
        let to = Int(ends[number])
        guard end - start == to - from,
          UnsafeBufferPointer(rebasing: own[from..<to]).elementsEqual(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        else { return false }
        from = to
        if number < line.count { start = Int(line.cuts[number].end) }
      }
      return true
    }
  }
}

/// The values of a line's cuts.
struct CutValues {
  var id = 0..<0
  var person = 0..<0
  var institution = 0..<0
  var began: CivilDate?
  var ended: CivilDate?
  var settledOn: CivilDate?
  var birthday: CivilDate?
  var total: Int64 = 0
  var fullySelfPaid: Int64 = 0
  var overLimit: Int64 = 0
  var firstSelfPay: Int64 = 0
  var inScope: Int64 = 0
  /// The first cut of `accounts`.
  var firstAccount = -1

  /// Nil when one is written otherwise than usually, or what the claim tells does not fit together: the general way then
  /// reads it, or says what is wrong.
  init?(_ line: borrowing ClaimLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    for number in 0..<line.count {
      let cut = line.cuts[number]
      let range = Int(cut.start)..<Int(cut.end)
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      var isRead = true
      func day() -> CivilDate? {
        let day = CutText.day(text)
        isRead = day != nil
        return day
      }
      func amount() -> Int64 {
        let amount = CutText.amount(text)
        isRead = amount != nil
        return amount ?? 0
      }
      switch cut.member {
      case .id: id = range
      case .person: person = range
      case .institution: institution = range
      case .employer, .telling, .accounts, .single: break
      case .began: began = day()
      case .ended: ended = day()
      case .settledOn: settledOn = day()
      case .birthday: birthday = day()
      case .total: total = amount()
      case .fullySelfPaid: fullySelfPaid = amount()
      case .overLimit: overLimit = amount()
      case .firstSelfPay: firstSelfPay = amount()
      case .inScope: inScope = amount()
      case .account: if firstAccount < 0 { firstAccount = number }
      }
      if !isRead { return nil }
    }
    guard let settledOn, fitsTogether(settledOn) else { return nil }
  }

  /// On the day that the rules ask for; nil when the claim does not tell it.
  func age(_ birthday: CivilDate, on day: FactsDay, _ year: BenefitYear) -> Int? {
    settledOn.flatMap { AgeReader.day(day, settledOn: $0, began: began, year) }
      .map { AgeReader.age(on: $0, birthday: birthday) }
  }

  /// Each part is below 10^16, so that four of them fit.
  private func fitsTogether(_ settledOn: CivilDate) -> Bool {
    guard total == fullySelfPaid + overLimit + firstSelfPay + inScope else { return false }
    if let began, began > (ended ?? settledOn) { return false }
    if let birthday, birthday > settledOn { return false }
    return ended.map { $0 <= settledOn } ?? true
  }
}
