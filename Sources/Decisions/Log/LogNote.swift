import Findings

/// What the log writes about itself: that it could be written again.
struct LogNote {
  static let kind = "resumed"

  let timestamp: String
  /// Why it could not.
  let reason: String

  /// The line of the log, without its end and without its place in the chain.
  var line: String {
    JSONText.object([
      ("note", JSONText.string(LogNote.kind)), ("timestamp", JSONText.string(timestamp)),
      ("reason", JSONText.string(reason)),
    ])
  }
}
