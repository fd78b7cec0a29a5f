import Findings
import Values

/// A benefit: which claims it is for and the layers that pay, in order.
package final class Plan: Sendable {
  package let name: String
  package let title: String
  package let applies: Conditions
  /// The account that counts stays or visits for tables by `occurrence`.
  package let occurrenceAccount: String
  /// Where the file names it; nil when it goes by the plan's own name.
  package let occurrencePlace: Place?
  /// Which visits make one unit; nil when each settlement is one.
  package let merging: Merging?
  package let layers: [Layer]
  package let place: Place

  package init(
    name: String, title: String, applies: Conditions, occurrenceAccount: String, occurrencePlace: Place?,
    merging: Merging?, layers: [Layer],
    place: Place
  ) {
    self.name = name
    self.merging = merging
    self.title = title
    self.applies = applies
    self.occurrenceAccount = occurrenceAccount
    self.occurrencePlace = occurrencePlace
    self.layers = layers
    self.place = place
  }
}

/// Visits that count as one: what is charged or limited for each settlement is then for all of them together (V-D7, V-D11).
package enum Merging: Sendable {
  case sameDayAndInstitution
  /// Admitted again at most this many days after the discharge before.
  case readmission(withinDays: Int)
}

/// Which fund a layer pays from.
package enum Fund: String, RuleWord, Sendable {
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
package enum Cause: String, RuleWord, Sendable {
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
package final class Layer: Sendable {
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
