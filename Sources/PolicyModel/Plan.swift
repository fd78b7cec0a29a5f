import Findings
import Values

/// A benefit: which claims it is for and the layers that pay, in order.
package struct Plan: Sendable {
  package let name: String
  package let title: String
  package let applies: Conditions
  /// The account that counts stays or visits for tables by `occurrence`.
  package let occurrenceAccount: String
  package let layers: [Layer]
  package let place: Place

  package init(
    name: String, title: String, applies: Conditions, occurrenceAccount: String, layers: [Layer], place: Place
  ) {
    self.name = name
    self.title = title
    self.applies = applies
    self.occurrenceAccount = occurrenceAccount
    self.layers = layers
    self.place = place
  }
}

/// Which fund a layer pays from.
package enum Fund: String, CaseIterable, Sendable {
  case pooled
  case largeAmount = "large_amount"
  case majorIllness = "major_illness"
  case civilServant = "civil_servant"
  case enterprise
  case disabled
  case assistance
  case supplement
  case other

  /// The Chinese name.
  package var chinese: String {
    switch self {
    case .pooled: "统筹基金"
    case .largeAmount: "大额补助"
    case .majorIllness: "大病保险"
    case .civilServant: "公务员补助"
    case .enterprise: "企业补充"
    case .disabled: "伤残保障"
    case .assistance: "医疗救助"
    case .supplement: "补充保险"
    case .other: "其他基金"
    }
  }
}

/// Why a person pays a part of a claim.
package enum Cause: String, CaseIterable, Sendable {
  /// The catalogue's first self-pay (乙类先行自付), part of what is out of scope.
  case firstSelfPay = "first_self_pay"
  case nonLocalSelfPay = "non_local_self_pay"
  case deductible
  case overCap = "over_cap"
  case ratioShare = "ratio_share"

  /// The Chinese name.
  package var chinese: String {
    switch self {
    case .firstSelfPay: "乙类先行自付"
    case .nonLocalSelfPay: "异地先行自付"
    case .deductible: "起付标准以下"
    case .overCap: "超限额"
    case .ratioShare: "按比例自付"
    }
  }
}

/// A cause, of all layers or of one.
package struct CauseReference: Hashable, Sendable {
  /// Nil means the claim's cause, whichever layer left it.
  package let layer: String?
  package let cause: Cause

  package init(layer: String?, cause: Cause) {
    self.layer = layer
    self.cause = cause
  }
}

/// One payer's share of a plan.
package struct Layer: Sendable {
  /// What the layer pays from.
  package enum Base: Sendable {
    case inScope
    /// What another layer, or any, left above its caps; the layer takes it over.
    case overCap(layer: String?)
    /// Parts that the person pays; the layer only reduces them, in this order.
    case causes([CauseReference])
  }

  /// A layer whose base adds up over the year (major illness).
  package struct Cumulative: Sendable {
    package let account: AccountName
    /// Subtract what was really paid so far instead of what the rules give for the base so far.
    package let settlesAgainstPaid: Bool

    package init(account: AccountName, settlesAgainstPaid: Bool) {
      self.account = account
      self.settlesAgainstPaid = settlesAgainstPaid
    }
  }

  package let id: String
  package let title: String
  package let fund: Fund
  package let applies: Conditions
  package let base: Base
  package let deductible: Deductible?
  package let ratio: RatioRule
  package let caps: [Cap]
  package let cumulative: Cumulative?
  package let place: Place

  package init(
    id: String, title: String, fund: Fund, applies: Conditions, base: Base, deductible: Deductible?, ratio: RatioRule,
    caps: [Cap], cumulative: Cumulative?, place: Place
  ) {
    self.id = id
    self.title = title
    self.fund = fund
    self.applies = applies
    self.base = base
    self.deductible = deductible
    self.ratio = ratio
    self.caps = caps
    self.cumulative = cumulative
    self.place = place
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

/// What the person pays before a layer does (起付标准).
package struct Deductible: Sendable {
  package enum Period: String, Sendable, CaseIterable {
    /// For each settled stay, visit or merged unit of the plan.
    case settlement = "each_settlement"
    /// Once a year, used up by several claims.
    case year
  }

  /// Which earlier stays make this one the second, third …
  package enum Counting: String, Sendable, CaseIterable {
    case all
    /// Stays at the same hospital level, classes not told apart.
    case parentLevel = "parent_level"
    /// Stays in the same finest class.
    case finestClass = "class"
  }

  package enum Amount: Sendable {
    case fixed(Figure<Fen>)
    /// A share of an amount of the claim, kept within bounds.
    case share(of: ShareBase, Figure<Ratio>, atLeast: Figure<Fen>?, atMost: Figure<Fen>?)
  }

  package enum ShareBase: String, Sendable, CaseIterable {
    case total
    case inScope = "in_scope"
  }

  /// A limit on what is charged in a year (V-D4).
  package struct Ceiling: Sendable {
    package let account: AccountName
    package let amount: RuleTable<Figure<Fen>>

    package init(account: AccountName, amount: RuleTable<Figure<Fen>>) {
      self.account = account
      self.amount = amount
    }
  }

  package let period: Period
  package let counting: Counting
  package let amount: RuleTable<Amount>
  /// The account of what was charged this year; nil when it is for each settlement.
  package let account: AccountName?
  package let ceiling: Ceiling?
  package let place: Place

  package init(
    period: Period, counting: Counting, amount: RuleTable<Amount>, account: AccountName?, ceiling: Ceiling?,
    place: Place
  ) {
    self.period = period
    self.counting = counting
    self.amount = amount
    self.account = account
    self.ceiling = ceiling
    self.place = place
  }
}

/// How much of the expense a layer pays, by columns of expense.
package struct RatioRule: Sendable {
  /// What the columns measure.
  package enum Axis: String, Sendable, CaseIterable {
    case expenseWithDeductible = "expense_with_deductible"
    case expenseAboveDeductible = "expense_above_deductible"
    /// The layer's own payment.
    case paid
  }

  package enum Mode: String, Sendable, CaseIterable {
    /// Each column pays its ratio on its own length.
    case marginal
    /// The ratio at the end of the expense applies to all of it.
    case slab
  }

  package enum Change: Sendable {
    /// Percentage points added.
    case plus(RuleTable<Figure<Ratio>>)
    /// The person's share times this.
    case selfPayTimes(Figure<Ratio>)
  }

  package struct Adjustment: Sendable {
    package let applies: Conditions
    package let change: Change
    package let atMost: Figure<Ratio>?
    package let atLeast: Figure<Ratio>?
    package let place: Place

    package init(
      applies: Conditions, change: Change, atMost: Figure<Ratio>?, atLeast: Figure<Ratio>?, place: Place
    ) {
      self.applies = applies
      self.change = change
      self.atMost = atMost
      self.atLeast = atLeast
      self.place = place
    }
  }

  package let axis: Axis
  /// The account of the axis when it runs on over the year; nil when each settlement starts anew.
  package let account: AccountName?
  package let mode: Mode
  /// The upper ends of the columns; the last is nil.
  package let columnEnds: [Fen?]
  /// One ratio a column.
  package let table: RuleTable<[Figure<Ratio>]>
  package let adjustments: [Adjustment]
  package let place: Place

  package init(
    axis: Axis, account: AccountName?, mode: Mode, columnEnds: [Fen?], table: RuleTable<[Figure<Ratio>]>,
    adjustments: [Adjustment], place: Place
  ) {
    self.axis = axis
    self.account = account
    self.mode = mode
    self.columnEnds = columnEnds
    self.table = table
    self.adjustments = adjustments
    self.place = place
  }
}

/// A limit on what a layer pays or on the expense it counts (最高支付限额).
package struct Cap: Sendable {
  package enum Measure: String, Sendable, CaseIterable {
    case paid
    /// Expense from the first fen, the deductible included.
    case expense
    case expenseAboveDeductible = "expense_above_deductible"
  }

  package enum Period: String, Sendable, CaseIterable {
    /// Each settlement by itself; needs no account.
    case settlement = "each_settlement"
    case day
    case month
    case quarter
    case year
  }

  package let id: String
  package let title: String
  package let measure: Measure
  package let period: Period
  package let amount: RuleTable<Figure<Fen>>
  package let place: Place

  package init(
    id: String, title: String, measure: Measure, period: Period, amount: RuleTable<Figure<Fen>>, place: Place
  ) {
    self.id = id
    self.title = title
    self.measure = measure
    self.period = period
    self.amount = amount
    self.place = place
  }
}
