import Findings
import Glibc

/// Options that say how messages are worded and shown.
protocol MessageOptions {
  var language: Language { get }
  var color: ColorChoice { get }
}

extension MessageOptions {
  /// Whether text on a descriptor is coloured.
  func usesColor(on descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardStreams.isTerminal(descriptor) && getenv("NO_COLOR") == nil
    }
  }

  func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
}
