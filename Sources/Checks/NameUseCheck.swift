import Cores
import Findings
import PolicyModel
import PolicyReading
import Settlement

/// Classes, attributes and groups of diseases decide something, in the region or in one that inherits them.
enum NameUseCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    guard !collector.hasErrors else { return }
    var names = NameUse()
    let keys = Cores.map(input.slices) { RuleKeys(of: $0.policy) }
    for (slice, keys) in zip(input.slices, keys) {
      for version in slice.policy.lineage { names.note(version, keys, slice.policy) }
    }
    collector.add(names.unused)
  }
}

/// Names by the place that defines them: used, or the finding if none of the rules that know them uses them.
private struct NameUse {
  private struct Spot: Hashable {
    let file: String
    let start: Position
  }

  private var order: [Spot] = []
  private var findings: [Spot: Finding?] = [:]

  var unused: [Finding] { order.compactMap { findings[$0] ?? nil } }

  mutating func note(_ version: RegionVersion, _ keys: RuleKeys, _ policy: ResolvedPolicy) {
    for item in version.classes {
      note(keys.name(item.id, of: item.dimension), .classUnused, at: item.place, ["name": item.id])
    }
    for item in version.attributes {
      let isMember = version.classes.contains {
        if case .attribute(item.id, _) = $0.members { true } else { false }
      }
      note(isMember || keys.go(by: Dimension(item)), .attributeUnused, at: item.place, ["name": item.id])
    }
    if let list = version.diseases { note(list, keys) }
  }

  private mutating func note(_ list: DiseaseList, _ keys: RuleKeys) {
    for group in list.groups {
      let isEmpty = !list.diseases.contains { $0.group == group.id }
      let isUsed = !isEmpty && (keys.separatesGroups || keys.nameExactly(group.id, of: .disease))
      let reason =
        isEmpty ? ("no disease belongs to it", "没有病种属于它") : ("no rule goes by it", "没有规定按它")
      note(
        isUsed, .diseaseGroupUnused, at: group.place,
        ["name": group.id, "reason": reason.0, "reason_zh": reason.1])
    }
  }

  private mutating func note(_ isUsed: Bool, _ kind: FindingKind, at place: Place, _ arguments: [String: String]) {
    let spot = Spot(file: place.file.path, start: place.start)
    if findings[spot] == nil {
      order.append(spot)
      findings[spot] = .some(Finding(kind, at: place, arguments))
    }
    if isUsed { findings[spot] = .some(nil) }
  }
}
