/// What a piece of output is, which decides its colour on a terminal.
enum TerminalStyle: String {
  case error = "1;31"
  case warning = "1;33"
  case message = "1"
  case frame = "1;34"
  case help = "1;36"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    }
  }
}

extension String {
  /// The text between the ANSI codes of a style, or as it is without colour.
  func painted(_ style: TerminalStyle, color: Bool) -> String {
    color && !isEmpty ? "\u{1B}[\(style.rawValue)m\(self)\u{1B}[0m" : self
  }
}
