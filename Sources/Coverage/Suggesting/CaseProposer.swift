import Claims
import Findings
import PolicyModel
import PolicyReading
import Registry
import Settlement
import Values

/// Drafts cases for what is not covered, for both sides of every boundary, and for the first and last days of versions.
package struct CaseProposer {
  private let registry: PolicySnapshot
  private let base: TrialRules

  package init(registry: PolicySnapshot) {
    self.registry = registry
    base = TrialRules(registry)
  }

  /// The cases, and the items for which no claim could be written.
  package func propose(for report: CoverageReport) -> (cases: [ProposedCase], without: [CoverageItem]) {
    var cases: [ProposedCase] = []
    var without: [CoverageItem] = []
    for result in report.all where result.item.kind != .version {
      if result.item.kind.isBoundary { cases += boundary(result.item) }
      if result.state == .covered { continue }
      // A fen beyond a boundary need not show in whole fen.
      if let found = single(result.item) { cases.append(found) } else { without.append(result.item) }
    }
    return (cases + report.all.filter { $0.item.kind == .version }.flatMap { days(of: $0.item) }, without)
  }

  /// Amounts in scope that are tried, in yuan: ordinary ones first.
  private static let amounts: [Int64] = [
    20_000, 1_000, 5_000, 100, 50_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000,
  ]

  /// Something to write claims with for an item.
  private struct Setting {
    let writer: ClaimWriter
    let facts: Facts
    let plan: Int?
    let day: CivilDate
    let accounts: [String: Int64]

    /// The claim with an amount in scope; nil when there is none.
    func line(_ amount: Fen) -> String? {
      var facts = facts
      facts.total = amount
      facts.inScope = amount
      return try? writer.claim(for: facts, on: day, plan: plan, accounts: accounts)
    }
  }

  /// One claim that would come out otherwise if the figure were different.
  private func single(_ item: CoverageItem) -> ProposedCase? {
    let trial = ClaimTrial(registry, base: base, changing: item.spot)
    for setting in settings(for: item) {
      for amount in CaseProposer.amounts {
        guard let line = setting.line(Fen(amount * 100)) else { break }
        let answer = trial.answer(line)
        let fits = item.kind == .capNotReached ? answer.paysUnder && !answer.isNoticed : answer.isNoticed
        if fits { return ProposedCase(name: name(item), claim: line, result: answer.result) }
      }
    }
    return nil
  }

  /// Three claims: a fen below the amount at which the figure begins to matter, at it, and a fen above.
  private func boundary(_ item: CoverageItem) -> [ProposedCase] {
    let trial = ClaimTrial(registry, base: base, changing: item.spot)
    func matters(_ setting: Setting, _ fen: Int64) -> Bool {
      setting.line(Fen(fen)).map { trial.answer($0).differsExactly } ?? false
    }
    for setting in settings(for: item) {
      guard let high = CaseProposer.amounts.sorted().map({ $0 * 100 }).first(where: { matters(setting, $0) }) else {
        continue
      }
      var (low, above) = (Int64(0), high)
      while above - low > 1 {
        let middle = (low + above) / 2
        if matters(setting, middle) { above = middle } else { low = middle }
      }
      return [(low - 1, "−0.01"), (low, "±0"), (above, "+0.01")].compactMap { fen, suffix in
        guard fen > 0, let line = setting.line(Fen(fen)) else { return nil }
        return ProposedCase(name: "\(name(item)) \(suffix)", claim: line, result: trial.answer(line).result)
      }
    }
    return []
  }

  private func settings(for item: CoverageItem) -> [Setting] {
    item.rules.sorted().flatMap { index -> [Setting] in
      let slice = registry.compiled[index]
      let policy = slice.rules.compiled
      let writer = ClaimWriter(policy: policy, catalogue: registry.catalogue)
      guard let day = writer.day(in: slice.days) else { return [] }
      let plans = item.plan.map { name in policy.plans.indices.filter { policy.plans[$0].plan.name == name } }
      return (plans ?? Array(policy.plans.indices)).flatMap { plan in
        FactCandidates(policy: policy).facts(for: item).flatMap { facts in
          accounts(for: item, policy, policy.plans[plan]).map {
            Setting(writer: writer, facts: facts, plan: plan, day: day, accounts: $0)
          }
        }
      }
    }
  }

  /// Nothing in the accounts, then almost the item's amount in one of those that columns and caps go by.
  private func accounts(for item: CoverageItem, _ policy: CompiledPolicy, _ plan: CompiledPlan) -> [[String: Int64]] {
    guard item.kind == .capReached || item.kind == .columnEnd,
      let amount = try? DecimalText.scaled(item.value, decimals: 2)
    else { return [[:]] }
    let counting = plan.accounts.map { policy.accounts[$0] }.filter {
      [.paid, .expense, .expenseAboveDeductible].contains($0.measure)
    }
    return [[:]] + counting.map { [$0.name: max(0, amount - 100_00)] }
  }

  /// A claim settled on the first day of a version, and one on the last.
  private func days(of item: CoverageItem) -> [ProposedCase] {
    let version = registry.versions.versions.values.joined().first { $0.file.path == item.spot.path }
    guard let version else { return [] }
    return [(version.inForce.from, "施行首日"), (version.inForce.through, "施行末日")].compactMap { day, suffix in
      guard let day, case .found(let rules) = base.rules(of: version.region, on: day) else { return nil }
      let writer = ClaimWriter(policy: rules.compiled, catalogue: registry.catalogue)
      let amount = Fen(20_000_00)
      for plan in rules.compiled.plans.indices {
        let facts = Facts(total: amount, firstSelfPay: .zero, inScope: amount)
        guard let line = try? writer.claim(for: facts, on: day, plan: plan) else { continue }
        let answer = ClaimTrial(registry, base: base, changing: item.spot).answer(line)
        if case .settled = answer.result {
          return ProposedCase(name: "\(version.title) \(suffix) \(day)", claim: line, result: answer.result)
        }
      }
      return nil
    }
  }

  private func name(_ item: CoverageItem) -> String {
    "\(item.path.section) \(item.kind.title(in: .chinese)) \(item.path.conditions(in: .chinese)) \(item.value)"
  }
}

extension CoverageKind {
  /// Whether cases should stand on both sides of it.
  var isBoundary: Bool { self == .columnEnd || self == .capReached || self == .deductible }
}
