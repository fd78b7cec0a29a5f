import Findings
import PolicyModel
import PolicyReading
import Settlement

/// Every account is looked at by something: one that only grows changes no result.
enum AccountUseCheck: PolicyCheck {
  static func run(_ input: CheckInput, collector: FindingCollector) {
    guard !collector.hasErrors else { return }
    let found = FindingCollector()
    for slice in input.slices { check(slice.policy.plans, found) }
    collector.add(found.findings.withoutRepetitions())
  }

  private static func check(_ plans: [Plan], _ collector: FindingCollector) {
    let layers = plans.flatMap(\.layers)
    let read = layers.reduce(into: Set()) { $0.formUnion(accountsRead(by: $1)) }
    for layer in layers {
      if layer.ratio.columnEnds.count == 1, let account = layer.ratio.account, !read.contains(account.text) {
        collector.report(.accountNeverRead, at: account.place, ["name": account.text])
      }
      for cap in layer.caps where !limits(cap) && !read.contains(cap.id) {
        collector.report(.capNeverLimits, at: cap.place, ["name": cap.id])
      }
    }
    for plan in plans {
      let sharing = plans.filter { $0.occurrenceAccount == plan.occurrenceAccount }
      guard let place = plan.occurrencePlace, !sharing.contains(where: { OccurrenceNeeds($0).areAny }) else { continue }
      collector.report(.occurrencesUnasked, at: place, ["name": plan.occurrenceAccount])
    }
  }

  /// Names of accounts whose content changes what the layer pays.
  private static func accountsRead(by layer: Layer) -> [String] {
    var names = [layer.deductible?.account?.name, layer.deductible?.ceiling?.account, layer.cumulative?.account]
    if layer.ratio.columnEnds.count > 1 { names.append(layer.ratio.account) }
    return names.compactMap { $0?.text } + layer.caps.filter(limits).map(\.id)
  }

  /// Whether the cap leaves some claim less than everything.
  private static func limits(_ cap: Cap) -> Bool {
    cap.amount.rows.contains { if case .amount = $0.leaf { true } else { false } }
  }
}
