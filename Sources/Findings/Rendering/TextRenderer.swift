/// Shows findings as the best compilers do: what is wrong, the lines concerned, and what to write instead.
package struct TextRenderer: Sendable {
  package let language: Language
  /// Whether to add ANSI colours.
  package let color: Bool

  package init(language: Language, color: Bool = false) {
    self.language = language
    self.color = color
  }

  /// The findings in the order given, with an empty line between them.
  package func render(_ findings: [Finding]) -> String {
    findings.map(render).joined(separator: "\n")
  }

  /// The findings, and after them those that comments allow, each with the reason in place of the help.
  package func render(_ findings: [Finding], silenced: [SilencedFinding]) -> String {
    (findings.map(render) + silenced.map(render)).joined(separator: "\n")
  }

  private func render(_ silenced: SilencedFinding) -> String {
    let finding = silenced.finding
    let gutter = Gutter(for: finding, color: color)
    let lines =
      headline(finding, words.allowed, .help) + marks(of: finding).flatMap { block($0, gutter) }
      + labelled(words.reason, silenced.silencing.reason, gutter)
    return lines.map { $0 + "\n" }.joined()
  }

  /// One finding with its frame; without a place there is no frame.
  package func render(_ finding: Finding) -> String {
    let gutter = Gutter(for: finding, color: color)
    let severity = finding.kind.severity
    let lines =
      headline(finding, words.word(for: severity), TerminalStyle(severity))
      + marks(of: finding).flatMap { block($0, gutter) } + witnessLines(finding, gutter)
      + labelled(words.help, finding.help(in: language), gutter)
    return lines.map { $0 + "\n" }.joined()
  }

  private var words: FindingWords { .words(in: language) }

  private func headline(_ finding: Finding, _ word: String, _ style: TerminalStyle) -> [String] {
    let title = "\(word)[\(finding.kind.code)]".painted(style, color: color)
    let message = ": \(finding.message(in: language).onOneLine)".painted(.message, color: color)
    return [title + message]
  }

  private func witnessLines(_ finding: Finding, _ gutter: Gutter) -> [String] {
    WitnessText(finding.witnesses, sameBut: words.sameBut).lines.flatMap { labelled(words.witness, $0, gutter) }
  }

  /// A text under a label, its further lines indented.
  private func labelled(_ word: String, _ text: String, _ gutter: Gutter) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let label = "= \(word):"
    return lines.enumerated().map { index, line in
      let text = " " + line.withVisibleControls
      let lead = index == 0 ? label.painted(.help, color: color) : "".padded(toWidth: label.displayWidth)
      return (gutter.blank + lead + text).withoutTrailingSpaces
    }
  }

  // MARK: Frames

  /// A place to quote: the finding's own, or the related one with its label.
  private struct Mark {
    let place: Place
    let sign: Character
    let style: TerminalStyle
    let label: String
  }

  /// The places of a finding, those in one file together; the finding's own file comes first.
  private func marks(of finding: Finding) -> [[Mark]] {
    let own = finding.place.map {
      Mark(place: $0, sign: "^", style: TerminalStyle(finding.kind.severity), label: "")
    }
    let related = finding.related.map {
      Mark(place: $0, sign: "-", style: .frame, label: " " + finding.relatedLabel(in: language))
    }
    guard let own else { return related.map { [[$0]] } ?? [] }
    guard let related else { return [[own]] }
    return own.place.file.path == related.place.file.path ? [[own, related]] : [[own], [related]]
  }

  /// A file's name and its marked lines; the finding's own place, where there is one, stands first in `marks`.
  private func block(_ marks: [Mark], _ gutter: Gutter) -> [String] {
    guard let first = marks.first else { return [] }
    let arrow = first.label.isEmpty ? "-->" : ":::"
    let heading = gutter.arrow(arrow) + first.place.description
    return [heading, gutter.row("")] + quotes(marks.sorted { $0.place.start < $1.place.start }, gutter)
  }

  private func quotes(_ marks: [Mark], _ gutter: Gutter) -> [String] {
    var rows: [String] = []
    var previous: MarkedLine?
    for mark in marks {
      let line = MarkedLine(quoting: mark.place)
      if let previous, line.number > previous.number + 1 { rows.append(gutter.gap) }
      // A line with both places is shown once, unless each place needs another part of it.
      if previous?.number != line.number || previous?.text != line.text {
        rows.append(gutter.row(line.text, number: line.number))
      }
      let (indent, signs) = line.underline(with: mark.sign)
      rows.append(gutter.row(indent + (signs + mark.label).painted(mark.style, color: color)))
      previous = line
    }
    return rows
  }
}

/// The column of line numbers at the left of a frame.
private struct Gutter {
  private let digits: Int
  private let color: Bool

  init(for finding: Finding, color: Bool) {
    let last = max(finding.place?.start.line ?? 0, finding.related?.start.line ?? 0)
    digits = String(last).count
    self.color = color
  }

  var blank: String { String(repeating: " ", count: digits + 2) }

  /// Stands for lines left out.
  var gap: String { "...".painted(.frame, color: color) }

  func arrow(_ arrow: String) -> String {
    String(repeating: " ", count: digits + 1) + arrow.painted(.frame, color: color) + " "
  }

  func row(_ text: String, number: Int? = nil) -> String {
    let margin = number.map { " " + String($0).padded(toWidth: digits, .right) + " |" } ?? blank + "|"
    return margin.painted(.frame, color: color) + (text.isEmpty ? "" : " " + text)
  }
}

extension Place {
  /// File, line and column, and in JSON the pointer as well.
  fileprivate var description: String {
    let pointer = pointer.map { $0.isEmpty ? "" : " (\($0.onOneLine))" } ?? ""
    return "\(file.path.onOneLine):\(start.line):\(start.column)\(pointer)"
  }
}
