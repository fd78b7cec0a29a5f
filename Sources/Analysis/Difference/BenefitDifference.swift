import PolicyModel
import Settlement
import Values

/// What becomes different for one group of claims.
package struct BenefitDifference: Sendable {
  /// What the rules do with a claim of the group.
  package enum Side: Hashable, Sendable {
    /// It settles under the plan of this name and title.
    case settles(plan: String, title: String)
    case refused(EvaluationFailure)
  }

  /// For whom: by dimension the choices; a dimension that is not there may have any value.
  package struct Group: Sendable {
    package let choices: [(dimension: Dimension, choices: [SituationAxis.Choice])]
  }

  /// A figure that is another one, or is there on one side only.
  package struct FigureChange: Hashable, Sendable {
    package let name: RuleText
    package let before: RuleText?
    package let after: RuleText?
    /// The only side that has the layer of this name, all of which is one change; the text is its fund.
    package var layerOnlyIn: ComparedSide?

    /// By the names of the rule file.
    package var path: String { name.english }
  }

  /// Several when no single one says it.
  package let groups: [Group]
  package let before: Side
  package let after: Side
  /// Nil when a claim that finds an empty year is paid the same.
  package let paid: PaidChange?
  /// What decides about claims later in the year, with parts out of scope, or of long stays.
  package let figures: [FigureChange]
  /// A situation of the group on each side; nil where claims are refused.
  package let example: (before: Situation?, after: Situation?)
}
