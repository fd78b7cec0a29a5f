import Findings
import Values

/// A limit on what a layer pays or on the expense it counts (最高支付限额).
package final class Cap: Sendable {
  package enum Measure: String, Sendable, RuleWord {
    case paid
    /// Expense from the first fen, the deductible included.
    case expense
    case expenseAboveDeductible = "expense_above_deductible"

    package var chinese: String {
      switch self {
      case .paid: "支付额"
      case .expense: "含起付的费用"
      case .expenseAboveDeductible: "起付以上费用"
      }
    }
  }

  /// What a person with several diseases may use (V-C5).
  package enum Several: Sendable {
    /// The largest of the person's diseases.
    case largest
    /// That of the chosen disease and what the others add up to, at most this.
    case mainAndOthers(upTo: Figure<Fen>)
  }

  package enum Limit: Sendable {
    case amount(Figure<Fen>)
    /// The limit is lifted (不封顶).
    case unlimited(Citation)
  }

  package let id: String
  package let title: String
  package let measure: Measure
  package let period: Period
  package let amount: RuleTable<Limit>
  package let separation: Separation?
  package let several: Several?
  /// Where `separately_for` or `several` stands.
  package let diseasePlace: Place?
  package let place: Place

  package init(
    id: String, title: String, measure: Measure, period: Period, amount: RuleTable<Limit>, separation: Separation?,
    several: Several?, diseasePlace: Place?, place: Place
  ) {
    self.diseasePlace = diseasePlace
    self.id = id
    self.title = title
    self.measure = measure
    self.period = period
    self.amount = amount
    self.separation = separation
    self.several = several
    self.place = place
  }
}
