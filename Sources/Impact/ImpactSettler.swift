import Claims
import Dispatch
import Findings
import PolicyModel
import Settlement
import SourceTree
import Synchronization
import Values

/// Settles claims under both sides, with one worker for each thread.
struct ImpactSettler<Source: RuleSource>: Sendable {
  private let workers: [ImpactWorker<Source>]

  init(
    before: Source, after: Source, carriesAccounts: Bool, threads: Int,
    includes: @escaping @Sendable (RegionCode) -> Bool
  ) {
    workers = (0..<threads).map { _ in
      ImpactWorker(before: before, after: after, carriesAccounts: carriesAccounts, includes: includes)
    }
  }

  /// Settles groups of lines at the same time, at most one for each thread, one after the other within each; the result
  /// is in the order of lines, without those of regions that do not count.
  ///
  /// When accounts are carried, all lines of a person have to be in one group, in their order.
  func impacts(of groups: [[ClaimLine]]) -> [ClaimImpact] {
    let found = Mutex<[ClaimImpact]>([])
    DispatchQueue.concurrentPerform(iterations: groups.count) { index in
      let impacts = workers[index].impacts(of: groups[index])
      found.withLock { $0 += impacts }
    }
    return found.withLock { $0 }.sorted { $0.number < $1.number }
  }
}

/// Settles claims under both sides, keeping what it learns about claims that are alike.
///
private final class ImpactWorker<Source: RuleSource>: Sendable {
  private struct Sides: ~Copyable {
    var before: AlikeClaims<Source>
    var after: AlikeClaims<Source>
  }

  private let sides: Mutex<Sides>
  private let settler: ClaimSettler<Source>
  private let afterCatalogue: Catalogue
  private let includes: @Sendable (RegionCode) -> Bool

  init(before: Source, after: Source, carriesAccounts: Bool, includes: @escaping @Sendable (RegionCode) -> Bool) {
    func claims(_ source: Source) -> AlikeClaims<Source> {
      AlikeClaims(ClaimSettler(source: source), language: .chinese, carryingAccounts: carriesAccounts)
    }
    sides = Mutex(Sides(before: claims(before), after: claims(after)))
    settler = ClaimSettler(source: before)
    afterCatalogue = after.catalogue
    self.includes = includes
  }

  func impacts(of lines: [ClaimLine]) -> [ClaimImpact] {
    sides.withLock { sides in
      sides.before.beginAnew()
      sides.after.beginAnew()
      var impacts: [ClaimImpact] = []
      for line in lines {
        if let impact = impact(of: line, &sides) { impacts.append(impact) }
      }
      return impacts
    }
  }

  private func impact(of line: ClaimLine, _ sides: inout Sides) -> ClaimImpact? {
    let before = line.bytes.withUnsafeBufferPointer { sides.before.result(of: $0, number: line.number) }
    let claim = before.identity
    if let region = claim.region, !includes(region) { return nil }
    let after = line.bytes.withUnsafeBufferPointer { sides.after.result(of: $0, number: line.number) }
    return ClaimImpact(
      number: line.number, id: claim.id,
      person: claim.person.flatMap { person in claim.region.map { "\(settler.home(of: $0)) \(person)" } },
      before: side(before, settler.source.catalogue), after: side(after, afterCatalogue))
  }

  private func side(_ result: ClaimResult, _ catalogue: Catalogue) -> SideResult {
    switch result {
    case .settled(let settled): .settled(settlement(settled, catalogue, isReversal: false))
    case .refunded(let reversal): .settled(settlement(reversal.settled, catalogue, isReversal: true))
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
