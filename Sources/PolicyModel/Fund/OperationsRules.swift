import Findings
import Values

/// What the running of direct settlement is measured against.
package struct OperationsRules: Sendable {
  /// The share of person-times that are settled directly.
  package struct Goal: Sendable {
    package let id: String
    package let title: String
    /// Values of `visit`.
    package let visits: [Figure<String>]
    package let atLeast: Figure<Ratio>
    /// The day until which it is to be reached.
    package let by: Figure<CivilDate>
    package let place: Place

    package init(
      id: String, title: String, visits: [Figure<String>], atLeast: Figure<Ratio>, by: Figure<CivilDate>, place: Place
    ) {
      self.id = id
      self.title = title
      self.visits = visits
      self.atLeast = atLeast
      self.by = by
      self.place = place
    }
  }

  package let goals: [Goal]
  package let place: Place

  package init(goals: [Goal], place: Place) {
    self.goals = goals
    self.place = place
  }
}
