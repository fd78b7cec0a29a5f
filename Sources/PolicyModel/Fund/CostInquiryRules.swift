import Findings
import Values

/// Which costs the place of insurance may have the place of treatment look into, and by when.
package struct CostInquiryRules: Sendable {
  /// What an application has to name.
  package enum Item: String, RuleWord, Sendable {
    case idNumber = "id_number"
    case name
    case sex
    case institution
    case stayNumber = "stay_number"
    case invoice
    case admission
    case discharge
    case total

    package var chinese: String {
      switch self {
      case .idNumber: "身份证号码"
      case .name: "姓名"
      case .sex: "性别"
      case .institution: "医疗服务机构名称"
      case .stayNumber: "住院号"
      case .invoice: "发票号码"
      case .admission: "入院日期"
      case .discharge: "出院日期"
      case .total: "费用总额"
      }
    }
  }

  /// What becomes of an inquiry that was not answered in time.
  package enum Overdue: String, RuleWord, Sendable {
    /// It goes on in the next period and counts in the statistics of this one.
    case nextPeriod = "next_period"
    /// It is dealt with as if nothing was found wrong, unless there was a reason for the delay.
    case takenAsCorrect = "taken_as_correct"

    package var chinese: String {
      switch self {
      case .nextPeriod: "记入下一期"
      case .takenAsCorrect: "作核查无误处理"
      }
    }
  }

  /// Values of `visit` whose costs can be inquired into.
  package let visits: [Figure<String>]
  /// The total of a visit from which on it can be, by `distance`.
  package let fromTotal: RuleTable<Figure<Fen>>
  /// A period of applications runs from this day of a month to the day before it in the next, 1…28.
  package let periodStarts: Figure<Int>
  /// The day of the month after the period's end, 1…31, by which it is answered.
  package let answeredBy: Figure<Int>
  /// How long the place of insurance has to confirm an answer.
  package let confirmedWithin: Figure<Allowance>
  /// How long it has to complete an application that lacks something; nil where nobody says so.
  package let completedWithin: Figure<Allowance>?
  package let requires: [Figure<Item>]
  /// By `distance`.
  package let overdue: RuleTable<Figure<Overdue>>
  package let place: Place

  package init(
    visits: [Figure<String>], fromTotal: RuleTable<Figure<Fen>>, periodStarts: Figure<Int>, answeredBy: Figure<Int>,
    confirmedWithin: Figure<Allowance>, completedWithin: Figure<Allowance>?, requires: [Figure<Item>],
    overdue: RuleTable<Figure<Overdue>>, place: Place
  ) {
    self.visits = visits
    self.fromTotal = fromTotal
    self.periodStarts = periodStarts
    self.answeredBy = answeredBy
    self.confirmedWithin = confirmedWithin
    self.completedWithin = completedWithin
    self.requires = requires
    self.overdue = overdue
    self.place = place
  }
}
