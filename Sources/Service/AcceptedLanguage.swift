import Findings

/// The language that a caller wants messages in, by `Accept-Language` (RFC 9110 12.5.4).
package enum AcceptedLanguage {
  /// Chinese unless the caller rather reads English.
  package static func language(_ field: String?) -> Language {
    var best: (language: Language, weight: Int)?
    for part in (field ?? "").prefix(512).split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let tag = pieces.first, let language = language(tag: tag) else { continue }
      let weight = pieces.dropFirst().first.flatMap(weight) ?? 1000
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language ?? .chinese
  }

  private static func language(tag: String) -> Language? {
    let primary = tag.split(separator: "-").first.map(String.init)
    return primary.flatMap { Language(rawValue: $0) }
  }

  /// `q=0.8` in thousandths.
  private static func weight(_ text: String) -> Int? {
    guard text.hasPrefix("q=") else { return nil }
    let parts = text.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return 0 }
    guard parts.count == 2 else { return whole * 1000 }
    let digits = parts[1].prefix(3) + String(repeating: "0", count: max(0, 3 - parts[1].count))
    return min(1000, whole * 1000 + (Int(digits) ?? 0))
  }
}
