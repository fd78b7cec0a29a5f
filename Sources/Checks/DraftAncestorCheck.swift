import Findings
import PolicyModel
import PolicyReading
import Values

/// Rules in force do not inherit from drafts, however far up: they would be drafts themselves.
enum DraftAncestorCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    var reported: Set<String> = []
    for slice in input.slices {
      guard let own = slice.policy.lineage.first, own.status == .inForce,
        let draft = slice.policy.lineage.first(where: { $0.status == .draft }),
        reported.insert("\(own.file.path) \(draft.file.path)").inserted
      else { continue }
      let end = [own.inForce.through, draft.inForce.through].compactMap { $0 }.min()
      collector.report(
        .ancestorDraft, at: own.places.parent, related: draft.places.region,
        ["ancestor": draft.region.text, "from": "\(slice.days.from)", "to": end.map(\.description) ?? "…"])
    }
  }
}
