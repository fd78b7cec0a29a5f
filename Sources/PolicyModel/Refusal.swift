import Findings

/// Claims that a region cannot settle, and why: not known to the file's author, or not offered by the region.
package final class Refusal: Sendable {
  package enum Kind: String, Sendable {
    case notKnown = "not_known"
    case notOffered = "not_offered"
  }

  package let kind: Kind
  package let plan: String
  package let applies: Conditions
  package let reason: String
  package let place: Place

  package init(kind: Kind, plan: String, applies: Conditions, reason: String, place: Place) {
    self.kind = kind
    self.plan = plan
    self.applies = applies
    self.reason = reason
    self.place = place
  }
}
