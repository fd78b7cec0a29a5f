/// The two names of a key or controlled value; a file uses the names of one language throughout.
package struct Word: Hashable, Sendable {
  package let english: String
  package let chinese: String

  package init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  package func text(in vocabulary: Vocabulary) -> String {
    vocabulary == .chinese ? chinese : english
  }

  /// Whether a text is the word in the vocabulary.
  package func reads(_ text: String, in vocabulary: Vocabulary) -> Bool {
    self.text(in: vocabulary).isSame(as: text)
  }
}

/// Which names a file uses: English or Chinese keys.
package enum Vocabulary: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  package var other: Vocabulary { self == .english ? .chinese : .english }
}

extension [Word] {
  /// The word written as `text` in the vocabulary.
  package func word(_ text: String, in vocabulary: Vocabulary) -> Word? {
    first { $0.reads(text, in: vocabulary) }
  }
}

extension String {
  /// Whether the texts have the same bytes. Most that are compared are of different lengths, which is told at once.
  func isSame(as other: String) -> Bool { utf8.count == other.utf8.count && self == other }
}

/// The candidates closest to a misspelled text, or all of them when none is close.
package func suggestion(for text: String, among candidates: [String]) -> String {
  // A long text is no misspelled word, and comparing it would take long.
  if text.utf8.count > 200 { return candidates.joined(separator: ", ") }
  let ranked = candidates.map { (editDistance(text, $0), $0) }.sorted { $0 < $1 }
  if let best = ranked.first, best.0 < best.1.count, best.0 <= max(1, min(text.count, best.1.count) / 3) {
    return best.1
  }
  return candidates.joined(separator: ", ")
}

/// Levenshtein distance in characters, with a swap of neighbours counted as one edit.
private func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first.lowercased())
  let b = Array(second.lowercased())
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var current = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      current[j] = min(previous[j] + 1, current[j - 1] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        current[j] = min(current[j], beforePrevious[j - 2] + 1)
      }
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
