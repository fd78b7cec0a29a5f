import Findings

/// Which settlements may be refunded (docs/semantics.md 3.11).
package final class RefundRules: Sendable {
  /// What a refund can meet, every one of which has to be allowed.
  package enum Circumstance: String, Sendable, CaseIterable {
    /// Nothing of the person was settled after it and stands.
    case last
    case earlier
    case acrossYears = "across_years"
    case afterClearing = "after_clearing"
  }

  /// Values of `visit`.
  package let visits: Set<String>?
  /// Values of `distance` and `channel`; nil for all.
  package let distances: Set<String>?
  package let channels: Set<String>?
  package let allowed: Set<Circumstance>
  package let citation: Citation
  package let place: Place

  package init(
    visits: Set<String>?, distances: Set<String>?, channels: Set<String>?, allowed: Set<Circumstance>,
    citation: Citation, place: Place
  ) {
    self.visits = visits
    self.distances = distances
    self.channels = channels
    self.allowed = allowed
    self.citation = citation
    self.place = place
  }
}
