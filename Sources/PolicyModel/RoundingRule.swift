import Values

/// When amounts are rounded, and how.
package struct RoundingRule: Sendable {
  package enum Moment: String, Sendable, CaseIterable {
    case layer
    case column
  }

  package let rounding: Rounding
  package let moment: Moment

  package init(rounding: Rounding, moment: Moment) {
    self.rounding = rounding
    self.moment = moment
  }

  package static let standard = RoundingRule(rounding: .halfUpToFen, moment: .layer)
}
