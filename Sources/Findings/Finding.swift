/// How much a finding weighs: an error stops use of the input, a warning does not.
package enum Severity: String, Sendable, CaseIterable {
  case error
  case warning
}

/// The language that findings and tables are written in.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One thing found in an input: which kind, where, and the words that fill the kind's text.
package struct Finding: Error, Sendable {
  package let kind: FindingKind
  /// Where it is; nil only for findings about something that has no text (a missing folder).
  package let place: Place?
  /// A second place that matters, such as the first of two equal keys.
  package let related: Place?
  package let arguments: [String: String]
  /// Claims that show it, each one line of JSON that `policy settle` takes.
  package let witnesses: [String]

  package init(
    _ kind: FindingKind, at place: Place?, related: Place? = nil, _ arguments: [String: String] = [:],
    witnesses: [String] = []
  ) {
    self.kind = kind
    self.place = place
    self.related = related
    self.arguments = arguments
    self.witnesses = witnesses
  }

  package func message(in language: Language) -> String {
    fill(kind.text(in: language).message)
  }

  /// What to write instead.
  package func help(in language: Language) -> String {
    fill(kind.text(in: language).help)
  }

  private func fill(_ template: String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += arguments[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// What a finding code means, in both languages: the only place where its texts stand.
package struct FindingKind: Sendable, Equatable {
  /// A letter for the area and four digits; never used again for something else.
  package let code: String
  package let severity: Severity
  package let chinese: FindingText
  package let english: FindingText
  /// Whether it is a judgement, which a comment in the file can answer with a reason. What keeps a file from being read
  /// or compiled never is.
  package let isSilenceable: Bool

  /// - Parameter silenceable: warnings are judgements unless this says otherwise, errors only when it says so.
  package init(
    _ code: String, _ severity: Severity = .error, silenceable: Bool? = nil, zh: FindingText, en: FindingText
  ) {
    self.code = code
    self.severity = severity
    self.isSilenceable = silenceable ?? (severity == .warning)
    self.chinese = zh
    self.english = en
  }

  package static func == (left: FindingKind, right: FindingKind) -> Bool { left.code == right.code }

  package func text(in language: Language) -> FindingText {
    language == .chinese ? chinese : english
  }
}

/// The texts of a finding kind in one language; `{name}` stands for an argument.
package struct FindingText: Sendable {
  package let message: String
  package let help: String
  /// Why it is a finding; shown on the code's page.
  package let why: String
  /// What the related place is, in a word or two; nil where it is the first of two that are alike.
  package let related: String?

  package init(_ message: String, help: String, why: String, related: String? = nil) {
    self.message = message
    self.help = help
    self.why = why
    self.related = related
  }
}

/// Collects findings while an input is read, so that one run reports all of them.
package final class FindingCollector {
  package private(set) var findings: [Finding] = []
  package private(set) var hasErrors = false
  private let limit: Int

  /// How much of what somebody wrote is quoted where findings are bounded.
  private static let quotedLength = 200

  /// - Parameter limit: findings beyond it are left out, and the last one says so; for texts from outside, whose findings
  ///   must not take more room than they do. What they quote is then shortened too.
  package init(limit: Int = .max) { self.limit = limit }

  /// For one claim, one comparison, or whatever else a caller sends.
  package static func forOneRequest() -> FindingCollector { FindingCollector(limit: 100) }

  package func report(
    _ kind: FindingKind, at place: Place?, related: Place? = nil, _ arguments: [String: String] = [:],
    witnesses: [String] = []
  ) {
    add(Finding(kind, at: place, related: related, quoted(arguments), witnesses: witnesses))
  }

  package func add(_ finding: Finding) {
    if finding.kind.severity == .error { hasErrors = true }
    if findings.count > limit { return }
    findings.append(findings.count < limit ? finding : Finding(.tooManyFindings, at: finding.place))
  }

  package func add(_ more: [Finding]) { more.forEach { add($0) } }

  private func quoted(_ arguments: [String: String]) -> [String: String] {
    if limit == .max { return arguments }
    return arguments.mapValues { text in
      guard text.utf8.count > FindingCollector.quotedLength else { return text }
      return String(text.unicodeScalars.prefix(FindingCollector.quotedLength)) + "…"
    }
  }
}

extension [Finding] {
  package var hasErrors: Bool { contains { $0.kind.severity == .error } }

  /// By file, place and code: the order in which they are shown, the same on every machine.
  package func sortedForDisplay() -> [Finding] {
    map { ($0.displayOrder, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Finding {
  fileprivate var displayOrder: (String, Position, String, String) {
    (place?.file.path ?? "", place?.start ?? Position(line: 0, column: 0), kind.code, message(in: .english))
  }

  func isShown(before other: Finding) -> Bool { displayOrder < other.displayOrder }
}
