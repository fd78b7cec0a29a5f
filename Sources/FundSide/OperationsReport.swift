import PolicyModel
import Values

/// How treatment elsewhere ran in some months, and in the same months of the year before.
package struct OperationsReport: Sendable {
  /// What rows are told apart by.
  package enum Grouping: String, RuleWord, Sendable {
    case all
    case month
    case visit
    case insurance
    case partner
    case institution

    package var chinese: String {
      switch self {
      case .all: "合计"
      case .month: "月份"
      case .visit: "就医类别"
      case .insurance: "险种"
      case .partner: "对方省"
      case .institution: "医药机构"
      }
    }
  }

  package struct Row: Sendable {
    package let grouping: Grouping
    /// A month, a value of `visit`, an insurance, a province or an institution; empty for all.
    package let group: String
    package let now: OperationsTally
    /// The same months of the year before.
    package let before: OperationsTally
  }

  /// A goal of the rules, and what was reached.
  package struct Reached: Sendable {
    package let goal: OperationsRules.Goal
    package let tally: OperationsTally
    /// Nil when nobody was treated.
    package let isReached: Bool?
  }

  private struct Key: Hashable {
    let grouping: Grouping
    let group: String
  }

  package let months: ClosedRange<CivilMonth>
  /// The region that the report is about, and from which of its two sides; nil for the nation.
  package let region: RegionCode?
  package let side: TreatmentSide
  private var tallies: [Key: (now: OperationsTally, before: OperationsTally)] = [:]

  package init(months: ClosedRange<CivilMonth>, region: RegionCode?, side: TreatmentSide) {
    self.months = months
    self.region = region
    self.side = side
  }

  /// Counts a record, unless it is of another region or other months.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package mutating func add(_ record: SettlementRecord) throws(ArithmeticOverflow) {
    let own = side == .home ? record.insuredIn : record.treatedAt
    guard region == nil || own == region || own.province == region || own.city == region else { return }
    let month = CivilMonth(of: record.settledOn)
    let isNow = months.contains(month)
    guard isNow || months.contains(month.advanced(by: 12)) else { return }
    let partner = side == .home ? record.treatedAt.province : record.insuredIn.province
    let groups: [(Grouping, String?)] = [
      (.all, ""), (.month, "\(isNow ? month : month.advanced(by: 12))"), (.visit, record.visit),
      (.insurance, record.insurance.rawValue), (.partner, partner.text), (.institution, record.institution),
    ]
    for (grouping, group) in groups {
      guard let group else { continue }
      let key = Key(grouping: grouping, group: group)
      if isNow {
        try tallies[key, default: (OperationsTally(), OperationsTally())].now.add(record)
      } else {
        try tallies[key, default: (OperationsTally(), OperationsTally())].before.add(record)
      }
    }
  }

  /// The rows of a grouping by name, or by what the funds paid, the most first.
  package func rows(of grouping: Grouping, byFunds: Bool = false) -> [Row] {
    let rows = tallies.filter { $0.key.grouping == grouping }
      .map { Row(grouping: grouping, group: $0.key.group, now: $0.value.now, before: $0.value.before) }
      .sorted { $0.group < $1.group }
    guard byFunds else { return rows }
    return rows.sorted { ($0.now.sum(.funds)?.count ?? 0, $1.group) > ($1.now.sum(.funds)?.count ?? 0, $0.group) }
  }

  /// The goals of the rules against what the kinds of visit they count came to.
  ///
  /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
  package func reached(_ rules: OperationsRules) throws(ArithmeticOverflow) -> [Reached] {
    var all: [Reached] = []
    for goal in rules.goals {
      var tally = OperationsTally()
      let visits = Set(goal.visits.map(\.value))
      for row in rows(of: .visit) where visits.contains(row.group) { try tally.add(row.now) }
      let missing = try tally.directShare.map { share throws(ArithmeticOverflow) in
        try share.subtracting(Exact(goal.atLeast.value))
      }
      all.append(Reached(goal: goal, tally: tally, isReached: missing.map { !$0.isNegative }))
    }
    return all
  }
}
