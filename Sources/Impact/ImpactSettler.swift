import Claims
import Dispatch
import Findings
import PolicyModel
import Settlement
import SourceTree
import Synchronization
import Values

/// Settles claims under both sides.
struct ImpactSettler<Source: RuleSource>: Sendable {
  private let before: ClaimSettler<Source>
  private let after: ClaimSettler<Source>
  private let carriesAccounts: Bool
  private let includes: @Sendable (RegionCode) -> Bool

  init(before: Source, after: Source, carriesAccounts: Bool, includes: @escaping @Sendable (RegionCode) -> Bool) {
    self.before = ClaimSettler(source: before)
    self.after = ClaimSettler(source: after)
    self.carriesAccounts = carriesAccounts
    self.includes = includes
  }

  /// Settles groups of lines at the same time, one after the other within each; the result is in the order of lines,
  /// without those of regions that do not count.
  ///
  /// When accounts are carried, all lines of a person have to be in one group, in their order.
  func impacts(of groups: [[ClaimLine]]) -> [ClaimImpact] {
    let found = Mutex<[ClaimImpact]>([])
    DispatchQueue.concurrentPerform(iterations: groups.count) { index in
      let impacts = impacts(of: groups[index])
      found.withLock { $0 += impacts }
    }
    return found.withLock { $0 }.sorted { $0.number < $1.number }
  }

  private func impacts(of lines: [ClaimLine]) -> [ClaimImpact] {
    var chains = carriesAccounts ? (AccountChain(), AccountChain()) : (before: AccountChain?.none, after: nil)
    return lines.compactMap { impact(of: $0, &chains.before, &chains.after) }
  }

  private func impact(of line: ClaimLine, _ chainBefore: inout AccountChain?, _ chainAfter: inout AccountChain?)
    -> ClaimImpact?
  {
    let collector = FindingCollector()
    let file = SourceFile(path: "claim", bytes: line.bytes)
    guard let root = before.tree(of: file, line: line.number, collector) else {
      let result = SideResult.failed(collector.findings.first?.kind.code ?? "")
      return ClaimImpact(number: line.number, id: nil, person: nil, before: result, after: result)
    }
    // Not telling a word and telling something else than a text are alike here: settling says what is wrong with it.
    let id = root["claim_id"]?.scalar?.text
    let region = root["insuplc_admdvs"]?.scalar.flatMap { RegionCode($0.text) }
    if let region, !includes(region) { return nil }
    let person = root["psn_no"]?.scalar.flatMap { $0.text.isEmpty ? nil : $0.text }
    return ClaimImpact(
      number: line.number, id: id,
      person: person.flatMap { person in region.map { "\(before.home(of: $0)) \(person)" } },
      before: result(before, root, &chainBefore), after: result(after, root, &chainAfter))
  }

  private func result(_ settler: ClaimSettler<Source>, _ root: Node, _ chain: inout AccountChain?) -> SideResult {
    switch settler.settle(root, explaining: false, chain: &chain, collector: FindingCollector()) {
    case .settled(let settled): .settled(settlement(settled, settler.source.catalogue, isReversal: false))
    case .refunded(let reversal):
      .settled(settlement(reversal.settled, settler.source.catalogue, isReversal: true))
    case .failed(let failed): .failed(failed.findings.first?.kind.code ?? "")
    }
  }

  private func settlement(_ settled: SettledClaim, _ catalogue: Catalogue, isReversal: Bool) -> SideSettlement {
    let policy = settled.rules.compiled.policy
    let plan = settled.plan.plan
    return SideSettlement(
      amounts: Amounts(settled, isReversal: isReversal),
      region: TitledName(id: policy.region.text, title: catalogue.regions[policy.region]?.name ?? policy.title),
      standing: TitledName(
        id: settled.standing, title: policy.space.title(of: settled.standing, in: .standing, chinese: true)),
      plan: TitledName(id: plan.name, title: plan.title))
  }
}
