import Claims
import Findings
import JSONSyntax
import SourceTree

/// Findings that are known and not to be reported again: one JSON object a line, in order, so that a change of the file
/// shows which findings came and went.
package struct Baseline {
  private let entries: [(fingerprint: Fingerprint, place: Place)]

  /// Nil and findings when a line is not an entry.
  package init?(_ file: SourceFile, collector: FindingCollector) {
    var entries: [(fingerprint: Fingerprint, place: Place)] = []
    var isReadable = true
    for number in 1...file.lineCount {
      let line = file.line(number)
      if line.allSatisfy(\.isWhitespace) { continue }
      let place = Place(
        file: file, start: Position(line: number, column: 1),
        end: Position(line: number, column: line.unicodeScalars.count + 1))
      if let fingerprint = Baseline.fingerprint(line) {
        entries.append((fingerprint, place))
      } else {
        collector.report(.baselineUnreadable, at: place)
        isReadable = false
      }
    }
    if !isReadable { return nil }
    self.entries = entries
  }

  /// The text of a baseline of findings; the same findings give the same text.
  ///
  /// - Parameter naming: the name that a file goes by in the baseline.
  package static func text(of findings: [Finding], naming: (String) -> String) -> String {
    findings.sortedForDisplay().fingerprints(naming: naming).map { fingerprint in
      JSONText.object([
        (name: "code", value: JSONText.string(fingerprint.code)),
        (name: "file", value: JSONText.string(fingerprint.file)),
        (name: "text", value: JSONText.string(fingerprint.text)),
        (name: "ordinal", value: String(fingerprint.ordinal)),
      ]) + "\n"
    }.joined()
  }

  /// The findings that are not in the baseline, and one for each entry that no longer occurs.
  ///
  /// - Parameter isLookedFor: whether this run could have found what an entry is about.
  package func reduce(
    _ findings: [Finding], naming: (String) -> String, isLookedFor: (Fingerprint) -> Bool
  ) -> [Finding] {
    let known = Set(entries.map(\.fingerprint))
    let sorted = findings.sortedForDisplay()
    let fingerprints = sorted.fingerprints(naming: naming)
    let new = zip(sorted, fingerprints).filter { !known.contains($1) }.map(\.0)
    // Where something can no longer be read, checks are left out, and what they found seems to be gone.
    if new.contains(where: { $0.kind.severity == .error && !$0.kind.isSilenceable }) { return new }
    let found = Set(fingerprints)
    let gone = entries.filter { !found.contains($0.fingerprint) && isLookedFor($0.fingerprint) }.map { entry in
      Finding(
        .baselineEntryGone, at: entry.place, ["code": entry.fingerprint.code, "file": entry.fingerprint.file])
    }
    return new + gone
  }

  private static func fingerprint(_ line: String) -> Fingerprint? {
    let ignored = FindingCollector()
    let node = JSONReader.read(SourceFile(path: "", bytes: Array(line.utf8)), collector: ignored)
    guard let node, node.entries?.count == 4, let code = node["code"]?.scalar?.text,
      let file = node["file"]?.scalar?.text, let text = node["text"]?.scalar?.text,
      let ordinal = node["ordinal"]?.scalar.flatMap({ Int($0.text) })
    else { return nil }
    return Fingerprint(code: code, file: file, text: text, ordinal: ordinal)
  }
}
