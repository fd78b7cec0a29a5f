import Findings

/// A finer value of a dimension that a region defines, such as district-run tertiary hospitals.
package final class DimensionClass: Sendable {
  package let id: String
  package let title: String
  package let dimension: Dimension
  /// The value or class it refines; tables without a case for the class use this one's case.
  package let parent: String
  package let members: Members
  package let place: Place

  /// Who belongs to a class.
  package enum Members: Hashable, Sendable {
    /// Institutions by national code (`fixmedins_code`).
    case institutions(Set<String>)
    /// Claims with one of these platform codes in the dimension's field.
    case codes(Set<String>)
    /// Claims that carry the attribute with this value.
    case attribute(name: String, value: String)
  }

  package init(id: String, title: String, dimension: Dimension, parent: String, members: Members, place: Place) {
    self.id = id
    self.title = title
    self.dimension = dimension
    self.parent = parent
    self.members = members
    self.place = place
  }
}
