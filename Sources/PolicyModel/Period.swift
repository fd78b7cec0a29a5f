import Findings

/// How long a quantity adds up before it starts anew.
package enum Period: Hashable, Sendable {
  /// Each settled stay, visit or merged unit of the plan.
  case settlement
  case day
  case month
  case quarter
  /// The benefit year of the region.
  case year
  /// This many days from the first claim that wrote to it (360-day cycles of special diseases).
  case cycle(days: Int)

  /// Canonical name, with the length of a cycle.
  package var name: String {
    switch self {
    case .settlement: "unit"
    case .day: "day"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .cycle(let days): "cycle/\(days)"
    }
  }

  /// The Chinese name.
  package var chinese: String {
    switch self {
    case .settlement: "合并的一次就诊"
    case .day: "日"
    case .month: "月"
    case .quarter: "季度"
    case .year: "待遇年度"
    case .cycle(let days): "\(days) 天周期"
    }
  }
}

/// The name a caller keeps a quantity of the year under, and where the rules name it.
package struct AccountName: Sendable {
  package let text: String
  package let place: Place

  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

/// What an account or limit is kept apart for.
package enum Separation: String, Sendable, CaseIterable {
  case disease
  /// Diseases of one group together; one without a group by itself.
  case diseaseGroup = "disease_group"
}
