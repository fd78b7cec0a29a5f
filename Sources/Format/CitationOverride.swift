/// Replaces the source of the value at a path, or marks it as assumed.
package struct CitationOverride: Sendable {
  package var citation: CitationText?
  package var isAssumed: Bool

  package init(citation: CitationText?, isAssumed: Bool) {
    self.citation = citation
    self.isAssumed = isAssumed
  }
}

/// The overrides at a place of a document and below it, found by going down step by step.
struct OverridesBelow {
  private struct Path {
    let bytes: [UInt8]
    /// Where the steps begin that are still to be gone.
    var next: Int
    let override: CitationOverride
  }

  private var paths: [Path] = []
  /// What holds at the place itself.
  private(set) var here: CitationOverride?

  /// Those of a whole document, by paths of names joined by dots.
  init(_ all: [String: CitationOverride]) {
    paths = all.map { Path(bytes: Array($0.key.utf8), next: 0, override: $0.value) }
  }

  private init() {}

  private static let none = OverridesBelow()

  func under(_ name: String) -> OverridesBelow {
    if paths.isEmpty { return .none }
    var below = OverridesBelow()
    for path in paths {
      guard path.bytes[path.next...].starts(with: name.utf8) else { continue }
      let end = path.next + name.utf8.count
      if end == path.bytes.count {
        below.here = path.override
      } else if path.bytes[end] == UInt8(ascii: ".") {
        var longer = path
        longer.next = end + 1
        below.paths.append(longer)
      }
    }
    return below
  }
}
