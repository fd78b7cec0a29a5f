/// A claim's answer that is about to go out.
package struct Decision: Sendable {
  /// Route that it was asked on, such as `/v1/settle`.
  package let path: String
  package let revision: String
  /// The claim as it came, UTF-8 JSON.
  package let input: [UInt8]
  /// The settlement or the error record, one line of JSON.
  package let result: String
  package let isSettled: Bool

  package init(path: String, revision: String, input: [UInt8], result: String, isSettled: Bool) {
    self.path = path
    self.revision = revision
    self.input = input
    self.result = result
    self.isSettled = isSettled
  }
}

/// Keeps every decision before its answer goes out.
package protocol DecisionKeeping: Sendable {
  /// Writes the decision and returns its id; nil when it could not be written, and then no answer goes out.
  func keep(_ decision: Decision) -> String?
  /// Whether decisions can be written now.
  var isWritable: Bool { get }
}

/// Gives ids and keeps nothing, for a service without a decision log.
package struct UnkeptDecisions: DecisionKeeping {
  package init() {}

  package func keep(_ decision: Decision) -> String? { RandomIdentifier.next() }

  package var isWritable: Bool { true }
}
