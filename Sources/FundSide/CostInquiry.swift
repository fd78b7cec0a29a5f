import PolicyModel
import Values

/// A cost that the place of insurance has the place of treatment look into.
package struct CostInquiry: Sendable {
  package enum Finding: String, RuleWord, Sendable {
    case correct
    case wrong

    package var chinese: String {
      switch self {
      case .correct: "核查无误"
      case .wrong: "核查有误"
      }
    }
  }

  package let id: String
  package let appliedOn: CivilDate
  package let insuredIn: RegionCode
  package let treatedAt: RegionCode
  /// A value of `visit`.
  package let visit: String
  package let total: Fen?
  /// What the application names.
  package let items: Set<CostInquiryRules.Item>
  /// The day on which the place of treatment said that something is missing.
  package let toldOn: CivilDate?
  /// The day on which it was completed.
  package let completedOn: CivilDate?
  package let answeredOn: CivilDate?
  package let finding: Finding?
  package let reason: String?
  /// The place of treatment has a reason for taking longer.
  package let isExtended: Bool

  package init(
    id: String, appliedOn: CivilDate, insuredIn: RegionCode, treatedAt: RegionCode, visit: String, total: Fen?,
    items: Set<CostInquiryRules.Item>, toldOn: CivilDate?, completedOn: CivilDate?, answeredOn: CivilDate?,
    finding: Finding?, reason: String?, isExtended: Bool
  ) {
    self.id = id
    self.appliedOn = appliedOn
    self.insuredIn = insuredIn
    self.treatedAt = treatedAt
    self.visit = visit
    self.total = total
    self.items = items
    self.toldOn = toldOn
    self.completedOn = completedOn
    self.answeredOn = answeredOn
    self.finding = finding
    self.reason = reason
    self.isExtended = isExtended
  }

  package var distance: String { CostInquiry.distance(from: insuredIn, to: treatedAt) }

  /// A value of `distance`: the same city is local.
  package static func distance(from home: RegionCode, to treatment: RegionCode) -> String {
    if home.city == treatment.city { return "local" }
    return home.province == treatment.province ? "in_province" : "cross_province"
  }
}

/// Why an application is not taken, or an answer.
package enum InquiryRefusal: Hashable, Error, Sendable {
  case wrongVisit(String)
  case belowThreshold(Fen)
  case totalMissing
  /// It names less than it has to, and nobody told the place of insurance so yet.
  case itemsMissing([CostInquiryRules.Item])
  /// `wrong` needs its reason.
  case reasonMissing
  case findingMissing
  case unknownHolidays(Int)
}

/// Where an inquiry stands on a day.
package struct InquiryState: Sendable {
  package enum Word: String, RuleWord, Sendable {
    case open
    case answered
    /// Late, and goes on in the next period (Beijing art. 48).
    case nextPeriod = "next_period"
    /// Late, and dealt with as if nothing was wrong; the place of treatment bears it (Inner Mongolia art. 63).
    case takenAsCorrect = "taken_as_correct"
    /// Not completed in time: answered as wrong, and not applied for again in the next period.
    case notCompleted = "not_completed"

    package var chinese: String {
      switch self {
      case .open: "办理中"
      case .answered: "已办结"
      case .nextPeriod: "逾期，记入下一期"
      case .takenAsCorrect: "逾期，作核查无误处理，由就医地承担"
      case .notCompleted: "信息未补全，作核查有误，下一期不得再提"
      }
    }
  }

  /// The period of applications it belongs to.
  package let period: ClosedRange<CivilDate>
  /// The day on which the period's list is made.
  package let listedOn: CivilDate
  /// The last day to answer.
  package let due: CivilDate
  package let word: Word
  /// Whether it was not answered in time; an answer that comes late counts in the statistics of its period all the same.
  package let isLate: Bool
  /// The last day to answer in the period that it goes on in.
  package let nextDue: CivilDate?
  /// The last day to complete it, where something is missing.
  package let completeBy: CivilDate?
  /// The last day for the place of insurance to confirm the answer.
  package let confirmBy: CivilDate?
}

extension CostInquiryRules {
  /// The period of applications that a day belongs to.
  package func period(of day: CivilDate) -> ClosedRange<CivilDate> {
    let month = CivilMonth(of: day)
    let start = day >= month.day(periodStarts.value) ? month : month.advanced(by: -1)
    return start.day(periodStarts.value)...start.advanced(by: 1).day(periodStarts.value).advanced(by: -1)
  }

  /// The last day to answer what was applied for in a period.
  package func due(of period: ClosedRange<CivilDate>) -> CivilDate {
    CivilMonth(of: period.upperBound).advanced(by: 1).day(answeredBy.value)
  }

  /// Whether a visit can be inquired into at all.
  package func check(visit: String, total: Fen?, distance: String) throws(InquiryRefusal) {
    guard visits.contains(where: { $0.value == visit }) else { throw .wrongVisit(visit) }
    guard let total else { throw .totalMissing }
    if let least = least(distance), total < least.value { throw .belowThreshold(least.value) }
  }

  /// The total from which on a visit at a distance can be inquired into.
  package func least(_ distance: String) -> Figure<Fen>? { leaf(of: fromTotal, distance) }

  private func leaf<Value>(of table: RuleTable<Figure<Value>>, _ distance: String) -> Figure<Value>? {
    table.rows.first { row in
      row.keys.allSatisfy { key in
        switch key {
        case .any: true
        case .values(let values): values.contains(distance)
        case .ranges: false
        }
      }
    }?.leaf
  }

  /// - Parameter today: the day it is looked at.
  package func state(of inquiry: CostInquiry, on today: CivilDate, _ holidays: HolidayCalendar)
    throws(InquiryRefusal) -> InquiryState
  {
    try check(visit: inquiry.visit, total: inquiry.total, distance: inquiry.distance)
    let missing = requires.map(\.value).filter { !inquiry.items.contains($0) }
    if !missing.isEmpty, inquiry.toldOn == nil { throw .itemsMissing(missing) }
    if inquiry.finding == .wrong, inquiry.reason?.isEmpty ?? true { throw .reasonMissing }
    if inquiry.answeredOn != nil, inquiry.finding == nil { throw .findingMissing }
    let period = period(of: inquiry.appliedOn)
    let due = due(of: period)
    let completeBy = try completionEnd(of: inquiry, due, holidays)
    var confirmBy: CivilDate?
    if let answered = inquiry.answeredOn { confirmBy = try end(confirmedWithin.value, answered, holidays) }
    let isLate = min(inquiry.answeredOn ?? today, today) > due
    let word = word(of: inquiry, on: today, isLate, completeBy)
    return InquiryState(
      period: period, listedOn: period.upperBound.advanced(by: 1), due: due, word: word, isLate: isLate,
      nextDue: word == .nextPeriod ? dueOfLaterPeriod(after: due, on: today) : nil, completeBy: completeBy,
      confirmBy: confirmBy)
  }

  /// The clause that a state goes by.
  package func citation(of word: InquiryState.Word, distance: String) -> Citation {
    switch word {
    case .open, .answered: answeredBy.citation
    case .nextPeriod, .takenAsCorrect: leaf(of: overdue, distance)?.citation ?? answeredBy.citation
    case .notCompleted: completedWithin?.citation ?? answeredBy.citation
    }
  }

  /// What is late in one period after another is due in the first whose time is not over.
  private func dueOfLaterPeriod(after due: CivilDate, on today: CivilDate) -> CivilDate {
    var month = CivilMonth(of: due).advanced(by: 1)
    while month.day(answeredBy.value) < today { month = month.advanced(by: 1) }
    return month.day(answeredBy.value)
  }

  /// Until both the time for completing and the time for answering are over, whichever is first.
  private func completionEnd(of inquiry: CostInquiry, _ due: CivilDate, _ holidays: HolidayCalendar)
    throws(InquiryRefusal) -> CivilDate?
  {
    guard let told = inquiry.toldOn, let allowance = completedWithin else { return nil }
    return min(try end(allowance.value, told, holidays), due)
  }

  private func end(_ allowance: Allowance, _ day: CivilDate, _ holidays: HolidayCalendar) throws(InquiryRefusal)
    -> CivilDate
  {
    do throws(UnknownHolidays) {
      return try holidays.end(of: allowance, after: day)
    } catch {
      throw .unknownHolidays(error.year)
    }
  }

  private func word(of inquiry: CostInquiry, on today: CivilDate, _ isLate: Bool, _ completeBy: CivilDate?)
    -> InquiryState.Word
  {
    if let completeBy, (inquiry.completedOn ?? today) > completeBy { return .notCompleted }
    let rule = leaf(of: overdue, inquiry.distance)?.value ?? .nextPeriod
    // What was dealt with as correct stays so: an answer after its time does not undo it.
    if isLate, rule == .takenAsCorrect, !inquiry.isExtended { return .takenAsCorrect }
    if let answered = inquiry.answeredOn, answered <= today { return .answered }
    return isLate ? .nextPeriod : .open
  }
}
