/// Writes findings as a SARIF 2.1.0 log, which code-review services and editors read.
package struct SARIFRenderer: Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func render(_ findings: [Finding], silenced: [SilencedFinding] = []) -> String {
    // Allowed findings count when ordinals are given, so that allowing one does not rename the others.
    let results =
      (findings.map { Result(finding: $0, silencing: nil) }
      + silenced.map { Result(finding: $0.finding, silencing: $0.silencing) })
      .sorted { $0.finding.isShown(before: $1.finding) }
    let kinds = Dictionary(
      results.map { ($0.finding.kind.code, $0.finding.kind) }, uniquingKeysWith: { first, _ in first }
    )
    .values.sorted { $0.code < $1.code }
    let fingerprints = results.map(\.finding).fingerprints(naming: SARIFAddress.uri)
    let lines = zip(results, fingerprints).map { result, fingerprint in
      object(result, fingerprint, ruleIndex: kinds.firstIndex(of: result.finding.kind) ?? 0)
    }
    return document(rules: SARIFRules(kinds: kinds, language: language), results: lines)
  }

  private struct Result {
    let finding: Finding
    let silencing: Silencing?
  }

  /// One result a line, so that two logs can be compared line by line.
  private func document(rules: SARIFRules, results: [String]) -> String {
    let list = results.isEmpty ? "[]" : "[\n" + results.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
    return """
      {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
        "tool": {"driver": \(rules.driver)},
        "language": \(JSONText.string(language.tag)),
        "columnKind": "unicodeCodePoints",
        "translations": [\(rules.translation)],
        "results": \(list)
      }]}

      """
  }

  private func object(_ result: Result, _ fingerprint: Fingerprint, ruleIndex: Int) -> String {
    let finding = result.finding
    let words = FindingWords.words(in: language)
    var properties = [(name: "help", value: JSONText.string(finding.help(in: language)))]
    if !finding.witnesses.isEmpty {
      // Each witness is a claim in JSON already.
      properties.append((name: "witnesses", value: "[" + finding.witnesses.joined(separator: ", ") + "]"))
    }
    let text = "\(finding.message(in: language))\n\(words.help): \(finding.help(in: language))"
    return JSONText.object([
      (name: "ruleId", value: JSONText.string(finding.kind.code)),
      (name: "ruleIndex", value: String(ruleIndex)),
      (name: "level", value: JSONText.string(finding.kind.severity.rawValue)),
      (name: "message", value: SARIFRules.message(text)),
      (name: "locations", value: "[" + (finding.place.map { location($0) } ?? "") + "]"),
      (
        name: "relatedLocations",
        value: "[" + (finding.related.map { location($0, finding.relatedLabel(in: language)) } ?? "") + "]"
      ),
      (
        name: "partialFingerprints",
        value: JSONText.object([(name: "primaryLocationLineHash", value: JSONText.string(fingerprint.digest))])
      ),
      (name: "suppressions", value: "[" + (result.silencing.map(suppression) ?? "") + "]"),
      (name: "properties", value: JSONText.object(properties)),
    ])
  }

  private func suppression(_ silencing: Silencing) -> String {
    JSONText.object([
      (name: "kind", value: "\"inSource\""), (name: "justification", value: JSONText.string(silencing.reason)),
      (name: "location", value: location(silencing.place)),
    ])
  }

  /// Like a `Place`, a region of SARIF ends just after its last character.
  private func location(_ place: Place, _ message: String? = nil) -> String {
    let region = JSONText.object([
      (name: "startLine", value: String(place.start.line)), (name: "startColumn", value: String(place.start.column)),
      (name: "endLine", value: String(place.end.line)), (name: "endColumn", value: String(place.end.column)),
    ])
    let artifact = JSONText.object([(name: "uri", value: JSONText.string(SARIFAddress.uri(place.file.path)))])
    let physical = JSONText.object([(name: "artifactLocation", value: artifact), (name: "region", value: region)])
    let message = message.map { [(name: "message", value: SARIFRules.message($0))] } ?? []
    return JSONText.object([(name: "physicalLocation", value: physical)] + message)
  }
}

/// The kinds of findings of a log, with their texts in both languages.
private struct SARIFRules {
  let kinds: [FindingKind]
  let language: Language

  private static let name = "policy"

  var driver: String {
    JSONText.object([
      (name: "name", value: JSONText.string(SARIFRules.name)),
      (name: "language", value: JSONText.string(language.tag)),
      (name: "contents", value: #"["localizedData", "nonLocalizedData"]"#),
      (name: "rules", value: rules(in: language)),
    ])
  }

  /// The same rules in the other language.
  var translation: String {
    let other: Language = language == .chinese ? .english : .chinese
    return JSONText.object([
      (name: "name", value: JSONText.string("\(SARIFRules.name) \(other.rawValue)")),
      (name: "language", value: JSONText.string(other.tag)),
      (name: "contents", value: #"["localizedData"]"#),
      (
        name: "associatedComponent",
        value: JSONText.object([(name: "name", value: JSONText.string(SARIFRules.name))])
      ),
      (name: "rules", value: rules(in: other)),
    ])
  }

  static func message(_ text: String) -> String {
    JSONText.object([(name: "text", value: JSONText.string(text.withVisibleControls(keepingLines: true)))])
  }

  private func rules(in language: Language) -> String {
    "[" + kinds.map { rule($0, language) }.joined(separator: ", ") + "]"
  }

  /// The page of a code stands beside the sources. SARIF's `helpUri` has to be absolute, and where the sources lie is
  /// not known here, so the page is linked in the help.
  private func rule(_ kind: FindingKind, _ language: Language) -> String {
    let text = kind.text(in: language)
    let help = FindingPage.withNamedPlaces(text.help)
    let page = "docs/findings/\(kind.code).md"
    let helpText = JSONText.object([
      (name: "text", value: JSONText.string("\(help)\n\(page)")),
      (name: "markdown", value: JSONText.string("\(FindingPage.markdown(text.help))\n\n[\(kind.code)](\(page))")),
    ])
    return JSONText.object([
      (name: "id", value: JSONText.string(kind.code)),
      (name: "shortDescription", value: SARIFRules.message(FindingPage.withNamedPlaces(text.message))),
      (name: "fullDescription", value: SARIFRules.message(FindingPage.withNamedPlaces(text.why))),
      (name: "help", value: helpText),
      (
        name: "defaultConfiguration",
        value: JSONText.object([(name: "level", value: JSONText.string(kind.severity.rawValue))])
      ),
      (name: "properties", value: JSONText.object([(name: "page", value: JSONText.string(page))])),
    ])
  }
}

/// A path as the URI reference that SARIF wants.
enum SARIFAddress {
  static func uri(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    let encoded = path.utf8.map { byte -> String in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
        return String(character)
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
    return (path.hasPrefix("/") ? "file://" : "") + encoded.joined()
  }
}

extension Language {
  /// The language tag that SARIF asks for.
  fileprivate var tag: String { self == .chinese ? "zh-CN" : "en-US" }
}
