/// The keys that lead to a value, as the file writes them; items of lists by their `id` or number.
///
/// Each step knows the one before, so that going down costs no text; the text is put together where it is asked for.
final class ReadingPath: Sendable {
  let parent: ReadingPath?
  let name: String

  init(_ name: String, below parent: ReadingPath?) {
    self.parent = parent
    self.name = name
  }

  /// The names joined by dots.
  var text: String {
    guard let parent else { return name }
    return "\(parent.text).\(name)"
  }
}

/// Puts the paths of many readings together, one after the other: neighbours share all but the last step.
package struct PathTexts {
  private var parent: ReadingPath?
  private var textOfParent = ""

  package init() {}

  package mutating func text(of reading: Reading) -> String {
    guard let steps = reading.steps, let above = steps.parent else { return reading.path }
    if parent !== above {
      parent = above
      textOfParent = above.text
    }
    return "\(textOfParent).\(steps.name)"
  }
}
