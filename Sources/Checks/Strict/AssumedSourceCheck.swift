import Findings
import PolicyModel
import PolicyReading

/// No figure rests on a source that is itself assumed. One finding for each such source, where it is described: finding
/// the document answers all of its figures at once.
enum AssumedSourceCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    for version in input.all {
      let all = version.citationUses
      for source in version.sources where source.basis == .assumed && source.place.file.path == version.file.path {
        let uses = all.filter { $0.source == source.id }
        guard let first = uses.first else { continue }
        collector.report(
          .sourceAssumed, at: source.place, related: first.place,
          [
            "source": source.id, "count": "\(uses.reduce(0) { $0 + $1.figures })",
            "sections": uses.map { "\($0.section) (\($0.figures))" }.joined(separator: ", "),
          ])
      }
    }
  }
}
