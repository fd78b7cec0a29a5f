import Findings
import Values

/// What a province pays another ahead of clearing, and when more may be asked for.
package struct PrepaymentRules: Sendable {
  /// The yearly amount: so many times the monthly mean of some months of the year before.
  package struct Amount: Sendable {
    /// Months of the year before, 1…12, both counted.
    package let firstMonth: Figure<Int>
    package let lastMonth: Figure<Int>
    package let times: Figure<Ratio>

    package init(firstMonth: Figure<Int>, lastMonth: Figure<Int>, times: Figure<Ratio>) {
      self.firstMonth = firstMonth
      self.lastMonth = lastMonth
      self.times = times
    }
  }

  /// Shares of the prepayment that a month's clearing uses up.
  package struct Warnings: Sendable {
    package let yellow: Figure<Ratio>
    package let red: Figure<Ratio>

    package init(yellow: Figure<Ratio>, red: Figure<Ratio>) {
      self.yellow = yellow
      self.red = red
    }
  }

  package enum Warning: String, RuleWord, Sendable {
    case yellow
    case red

    package var chinese: String {
      switch self {
      case .yellow: "黄色预警"
      case .red: "红色预警"
      }
    }
  }

  /// Who may ask for an increase, at which warning, and until when after the month's clearing was signed.
  package struct Emergency: Sendable {
    package let from: Figure<Warning>
    package let asks: Figure<TreatmentSide>
    package let within: Figure<Allowance>?

    package init(from: Figure<Warning>, asks: Figure<TreatmentSide>, within: Figure<Allowance>?) {
      self.from = from
      self.asks = asks
      self.within = within
    }
  }

  package let amount: Amount?
  package let warnings: Warnings?
  package let emergency: Emergency?
  package let place: Place

  package init(amount: Amount?, warnings: Warnings?, emergency: Emergency?, place: Place) {
    self.amount = amount
    self.warnings = warnings
    self.emergency = emergency
    self.place = place
  }
}
