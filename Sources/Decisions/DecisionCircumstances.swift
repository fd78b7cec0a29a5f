/// What the caller knows about a decision besides the claim and the answer. Nothing in this library reads a clock.
package struct DecisionCircumstances: Sendable {
  /// Different for every decision.
  package let id: String
  /// When it was made, in ISO 8601.
  package let timestamp: String
  /// When the rules were read that it was made with: what was published later was not known.
  package let knownAt: String
  /// Version of the program.
  package let engine: String
  /// Of the whole set of rules.
  package let revision: String

  package init(id: String, timestamp: String, knownAt: String, engine: String, revision: String) {
    self.id = id
    self.timestamp = timestamp
    self.knownAt = knownAt
    self.engine = engine
    self.revision = revision
  }
}
