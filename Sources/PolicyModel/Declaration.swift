import Findings

/// A name that a file defines for other parts of it.
package struct Declaration: Sendable {
  package enum Kind: Sendable {
    /// A document of `sources`.
    case source
    case cap
    /// A layer that plans share.
    case layer
    case parameter
  }

  package let kind: Kind
  package let name: String
  package let isUsed: Bool
  package let place: Place

  package init(kind: Kind, name: String, isUsed: Bool, place: Place) {
    self.kind = kind
    self.name = name
    self.isUsed = isUsed
    self.place = place
  }
}
