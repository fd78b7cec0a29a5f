import Findings
import SourceTree

/// One step of a parse, copied out of libyaml.
struct YAMLEvent {
  enum Content {
    case streamStart
    case documentStart
    case documentEnd
    case streamEnd
    case alias(String)
    case scalar(Scalar)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  var content: Content
  var start: Position
  var end: Position
  var anchor: String?
  var tag: String?
  /// A collection written in brackets.
  var isFlow = false

  var hasProperties: Bool { anchor != nil || tag != nil }

  var opensCollection: Bool {
    switch content {
    case .sequenceStart, .mappingStart: true
    default: false
    }
  }

  var closesCollection: Bool {
    switch content {
    case .sequenceEnd, .mappingEnd: true
    default: false
    }
  }
}

/// What libyaml says about a text that it cannot parse.
struct SyntaxProblem {
  let problem: String
  /// What libyaml was doing, such as `while parsing a block mapping`; empty when it does not say.
  let context: String
  let position: Position
  /// Where what it was doing began.
  let contextPosition: Position?

  /// Inside brackets.
  var isInFlow: Bool { context.contains("flow") }

  /// The context of a block collection begins far above the problem and tells nothing about it.
  var isInBlockCollection: Bool { context.hasPrefix("while parsing a block") }
}

/// Why a parse ended before the end of the text.
enum ParseStop: Error {
  case syntax(SyntaxProblem)
  /// Going on would take too long; the reason has been reported.
  case abandoned
}
