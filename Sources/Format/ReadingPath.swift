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
