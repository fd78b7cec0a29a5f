/// The page that explains a finding code.
package enum FindingPage {
  /// The page in Markdown, in Chinese and then in English.
  package static func page(for kind: FindingKind) -> String {
    let severities = Language.allCases.map { FindingWords.words(in: $0).word(for: kind.severity) }
    let heading = "# \(kind.code) \(severities.joined(separator: " / "))"
    return ([heading] + section("中文", kind, .chinese) + section("English", kind, .english))
      .joined(separator: "\n\n") + "\n"
  }

  /// The page as plain text in one language.
  package static func terminalPage(for kind: FindingKind, language: Language) -> String {
    let words = FindingWords.words(in: language)
    let text = kind.text(in: language)
    return """
      \(words.word(for: kind.severity))[\(kind.code)]: \(withNamedPlaces(text.message))

      \(words.why): \(withNamedPlaces(text.why))
      \(words.whatToWrite): \(withNamedPlaces(text.help))

      """
  }

  /// The code and what it says, for a list of all.
  package static func listLine(for kind: FindingKind, language: Language) -> String {
    "\(kind.code)  \(withNamedPlaces(kind.text(in: language).message))\n"
  }

  /// The paragraphs of one language.
  private static func section(_ title: String, _ kind: FindingKind, _ language: Language) -> [String] {
    let words = FindingWords.words(in: language)
    let text = kind.text(in: language)
    return [
      "## \(title)", markdown(text.message), "### \(words.why)", markdown(text.why), "### \(words.whatToWrite)",
      markdown(text.help),
    ]
  }

  /// Shows `{name}`, which stands for a word of the finding, as ‹name›.
  static func withNamedPlaces(_ template: String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open] + "‹" + rest[rest.index(after: open)..<close] + "›"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The text as Markdown that shows every sign as it is; text between backticks stays code.
  static func markdown(_ template: String) -> String {
    let parts = withNamedPlaces(template).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return parts.map(escaped).joined(separator: "\\`") }
    return parts.enumerated().map { $0 % 2 == 0 ? escaped($1) : String($1) }.joined(separator: "`")
  }

  private static func escaped(_ text: Substring) -> String {
    text.map { #"\*_<[#"#.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
