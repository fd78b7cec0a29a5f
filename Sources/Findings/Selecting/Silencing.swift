/// A comment that allows the finding of one code on one line, with the reason.
package struct Silencing: Sendable {
  package let code: String
  package let reason: String
  /// Where the comment stands.
  package let place: Place
  /// The line it is about.
  package let line: Int

  package init(code: String, reason: String, place: Place, line: Int) {
    self.code = code
    self.reason = reason
    self.place = place
    self.line = line
  }
}

/// A finding that a comment in the file allows.
package struct SilencedFinding: Sendable {
  package let finding: Finding
  package let silencing: Silencing
}

/// What is left of findings after the comments of the files were heard.
package struct SilencingOutcome: Sendable {
  package var findings: [Finding] = []
  package var silenced: [SilencedFinding] = []

  /// - Parameter notLookedFor: codes that nothing looked for in this run, so that no comment about them is unused.
  package init(_ silencings: [Silencing], on found: [Finding], notLookedFor: Set<String>) {
    let groups = Dictionary(grouping: silencings) { Line(code: $0.code, file: $0.place.file.path, line: $0.line) }
    var waiting = groups.mapValues { $0.sorted { $0.place.start < $1.place.start } }
    var given: [Matter: Silencing] = [:]
    for finding in found.sortedForDisplay() {
      guard finding.kind.isSilenceable, let matter = Matter(finding) else { continue }
      guard given[matter] == nil, waiting[matter.line]?.isEmpty == false else { continue }
      given[matter] = waiting[matter.line]?.removeFirst()
    }
    for finding in found {
      if finding.kind.isSilenceable, let matter = Matter(finding), let silencing = given[matter] {
        silenced.append(SilencedFinding(finding: finding, silencing: silencing))
      } else {
        findings.append(finding)
      }
    }
    findings += SilencingOutcome.unused(waiting.values.joined(), beside: findings, notLookedFor)
  }

  /// Where something could not be read, checks were left out, and comments that seem unused may be for them.
  private static func unused(
    _ silencings: some Sequence<Silencing>, beside left: [Finding], _ notLookedFor: Set<String>
  ) -> [Finding] {
    if left.contains(where: { $0.kind.severity == .error && !$0.kind.isSilenceable }) { return [] }
    return silencings.filter { !notLookedFor.contains($0.code) }.map {
      Finding(.silencingUnused, at: $0.place, ["code": $0.code])
    }
  }

  private struct Line: Hashable {
    let code: String
    let file: String
    let line: Int
  }

  /// What one comment can allow: a place with the place it is in conflict with. A rule that many regions inherit is one
  /// matter, whatever the findings say of each region.
  private struct Matter: Hashable {
    let line: Line
    let column: Int
    let otherFile: String?
    let other: Position?

    init?(_ finding: Finding) {
      guard let place = finding.place else { return nil }
      line = Line(code: finding.kind.code, file: place.file.path, line: place.start.line)
      column = place.start.column
      otherFile = finding.related?.file.path
      other = finding.related?.start
    }
  }
}
