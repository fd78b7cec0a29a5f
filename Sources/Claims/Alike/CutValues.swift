import PolicyModel
import Values

/// The values of a line's cuts.
struct CutValues {
  var id = 0..<0
  var person = 0..<0
  var institution = 0..<0
  var employer = 0..<0
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
  init?(_ line: borrowing CutLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    for number in 0..<line.count {
      let cut = line.cuts[number]
      let range = cut.range
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
      case .employer: employer = range
      case .telling, .accounts, .single: break
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

  /// The age on the day that rules ask for; nil when the claim does not tell it.
  func age(on day: FactsDay, _ year: BenefitYear) -> Int? {
    guard let birthday, let settledOn else { return nil }
    return AgeReader.day(day, settledOn: settledOn, began: began, year).map {
      AgeReader.age(on: $0, birthday: birthday)
    }
  }

  /// Each part is below 10^16, so that four of them fit.
  private func fitsTogether(_ settledOn: CivilDate) -> Bool {
    guard total == fullySelfPaid + overLimit + firstSelfPay + inScope else { return false }
    if let began, began > (ended ?? settledOn) { return false }
    if let birthday, birthday > settledOn { return false }
    return ended.map { $0 <= settledOn } ?? true
  }
}
