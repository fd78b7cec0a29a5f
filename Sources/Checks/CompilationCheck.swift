import Claims
import Findings
import PolicyModel
import PolicyReading
import Settlement
import Values

/// The rules of every stretch of days compile: tables complete, plans apart, accounts of one kind.
enum CompilationCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    var found: [Finding] = []
    for slice in input.slices {
      found += slice.findings.map { OverlapWitness(slice, input.catalogue).adding(to: $0) }
    }
    // Where something could not be read, what seems never met or reached may be for it.
    let isIncomplete = collector.hasErrors || found.hasErrors
    if !isIncomplete { for place in input.meetings.neverMet { collector.report(.unreachableCase, at: place) } }
    collector.add(found.withoutRepetitions().filter { !isIncomplete || $0.kind != .unknownReach })
  }
}

extension [Finding] {
  /// A rule that is inherited by many regions, or that later versions keep, is checked with each of them, and reported
  /// once.
  package func withoutRepetitions() -> [Finding] {
    var seen: Set<String> = []
    return filter { finding in
      let place = finding.place.map { "\($0.file.path):\($0.start.line):\($0.start.column)" } ?? ""
      return seen.insert("\(finding.kind.code) \(place) \(finding.message(in: .english))").inserted
    }
  }
}
