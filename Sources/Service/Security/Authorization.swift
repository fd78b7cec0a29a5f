import Synchronization

/// Whom the service answers. Tokens can be replaced while it runs; without any, it answers everybody.
package final class Authorization: Sendable {
  private let tokens: Mutex<TokenList?>
  private let read: @Sendable () -> TokenList?

  /// Answers everybody: for a service that only this machine reaches.
  package static var open: Authorization { Authorization(tokens: nil) { nil } }

  /// - Parameter read: reads the tokens anew; nil when they cannot be used.
  package init(tokens: TokenList?, read: @escaping @Sendable () -> TokenList?) {
    self.tokens = Mutex(tokens)
    self.read = read
  }

  /// Takes the tokens anew; those before stay when that fails.
  package func reload() -> Bool {
    let isOpen = tokens.withLock { $0 == nil }
    if isOpen { return true }
    guard let new = read() else { return false }
    tokens.withLock { $0 = new }
    return true
  }

  /// Whether a request with this `Authorization` field is answered.
  package func admits(_ field: String?) -> Bool {
    guard let tokens = tokens.withLock({ $0 }) else { return true }
    guard let field, let space = field.firstIndex(of: " "), field[..<space].lowercased() == "bearer" else {
      return false
    }
    return tokens.holds(field[field.index(after: space)...].drop { $0 == " " })
  }
}
