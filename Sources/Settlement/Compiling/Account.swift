import PolicyModel

/// A quantity that earlier claims of the period leave behind (年度累计).
package struct Account: Hashable, Sendable {
  /// What is kept; an account holds one of these only.
  package enum Measure: String, Sendable {
    case occurrences
    case deductible
    /// The highest deductible that applied so far.
    case standard = "highest_deductible"
    case expense
    case expenseAboveDeductible = "expense_above_deductible"
    case paid
    case base

    /// The Chinese name.
    package var chinese: String {
      switch self {
      case .occurrences: "次数"
      case .deductible: "已收起付标准"
      case .standard: "适用过的最高起付标准"
      case .expense: "含起付的费用"
      case .expenseAboveDeductible: "起付以上费用"
      case .paid: "已支付额"
      case .base: "个人负担累计"
      }
    }

    /// Counted in whole times, not in fen.
    package var isCount: Bool { self == .occurrences }
  }

  package let name: String
  package let measure: Measure
  package let period: Period
  /// The name it shares with the accounts of other diseases; nil when it is one for all.
  package let family: String?

  package init(name: String, measure: Measure, period: Period, family: String? = nil) {
    self.name = name
    self.measure = measure
    self.period = period
    self.family = family
  }
}

/// Which account a rule uses for a claim: always the same one, or one for each value of a dimension.
package struct AccountSelector: Sendable {
  /// Index of the account; -1 for none, or when `slot` chooses.
  package let single: Int
  /// Slot of the dimension that chooses; -1 when `single` holds.
  package let slot: Int
  private let byValue: [Int]

  package static let none = AccountSelector(-1)

  package init(_ account: Int) {
    single = account
    slot = -1
    byValue = []
  }

  /// `byValue` has one account for each value of the dimension in this slot.
  package init(slot: Int, byValue: [Int]) {
    single = -1
    self.slot = slot
    self.byValue = byValue
  }

  /// Every account there is to choose from.
  package var all: [Int] { slot < 0 ? [single] : byValue }

  /// The account for these facts; -1 when there is none.
  package func account(for facts: borrowing Facts) -> Int {
    if slot < 0 { return single }
    let value = Int(facts.values[slot])
    return byValue.indices.contains(value) ? byValue[value] : -1
  }
}

extension RatioRule {
  package static func measure(of axis: Axis) -> Account.Measure {
    switch axis {
    case .expenseWithDeductible: .expense
    case .expenseAboveDeductible: .expenseAboveDeductible
    case .paid: .paid
    }
  }
}

extension Cap.Measure {
  package var accountMeasure: Account.Measure {
    switch self {
    case .paid: .paid
    case .expense: .expense
    case .expenseAboveDeductible: .expenseAboveDeductible
    }
  }
}
