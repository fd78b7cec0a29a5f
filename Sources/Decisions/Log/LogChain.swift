import Findings

/// Every line of a log names the digest of the whole line before it, so that no line can be altered, taken away, put in
/// or moved without the next one telling.
enum LogChain {
  /// The member that holds it, the last of its line; the first line of a log has none.
  static let member = "previous"

  /// An object as it stands in the log.
  ///
  /// - Parameter previous: digest of the line before.
  static func line(_ object: String, after previous: String?) -> String {
    guard let previous else { return object }
    return "\(object.dropLast()), \(JSONText.string(member)): \(JSONText.string(previous))}"
  }
}
