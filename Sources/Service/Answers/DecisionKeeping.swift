import Values

/// A claim's answer that is about to go out.
package struct Decision: Sendable {
  package enum Kind: String, Sendable {
    case settle
    case standing
  }

  package let kind: Kind
  package let revision: String
  /// When the rules were loaded, in seconds since 1970.
  package let rulesLoadedAt: Int64
  /// The claim as it came, UTF-8 JSON.
  package let input: [UInt8]
  /// The settlement, the standing or the error record, one line of JSON.
  package let result: String

  package init(kind: Kind, revision: String, rulesLoadedAt: Int64, input: [UInt8], result: String) {
    self.kind = kind
    self.revision = revision
    self.rulesLoadedAt = rulesLoadedAt
    self.input = input
    self.result = result
  }
}

/// Keeps every decision before its answer goes out.
package protocol DecisionKeeping: Sendable {
  /// Writes the decision and returns its id; nil when it could not be written, and then no answer goes out.
  func keep(_ decision: Decision) -> String?
  /// Whether decisions can be written now; where writing has failed before, this tries again.
  var isWritable: Bool { get }
}

/// Gives ids and keeps nothing, for a service without a decision log.
package struct UnkeptDecisions: DecisionKeeping {
  package init() {}

  package func keep(_ decision: Decision) -> String? { RandomUUID.next() }

  package var isWritable: Bool { true }
}
