import Findings

/// A further fact that a region's claims carry, typed.
package struct Attribute: Sendable {
  package let id: String
  package let title: String
  /// A whole number instead of one of the choices.
  package let isNumeric: Bool
  package let choices: [DimensionValue]
  package let place: Place

  package init(id: String, title: String, isNumeric: Bool, choices: [DimensionValue], place: Place) {
    self.id = id
    self.title = title
    self.isNumeric = isNumeric
    self.choices = choices
    self.place = place
  }

  /// Whether both say the same, wherever they stand.
  package func means(_ other: Attribute) -> Bool {
    title == other.title && isNumeric == other.isNumeric && choices == other.choices
  }
}
