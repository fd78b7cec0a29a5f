import Claims
import Findings
import PolicyModel
import Settlement
import Values

/// A claim that two plans are for.
struct OverlapWitness {
  private let slice: CheckInput.Slice
  private let catalogue: Catalogue

  init(_ slice: CheckInput.Slice, _ catalogue: Catalogue) {
    self.slice = slice
    self.catalogue = catalogue
  }

  private var policy: CompiledPolicy { slice.compiled }

  /// The finding with a claim to show it, if it is about two plans and such a claim can be written.
  func adding(to finding: Finding) -> Finding {
    guard finding.kind == .overlappingPlans, let first = plan(finding.arguments["first"]),
      let second = plan(finding.arguments["second"]), let line = claim(for: first, and: second)
    else { return finding }
    return Finding(
      finding.kind, at: finding.place, related: finding.related, finding.arguments, witnesses: [line])
  }

  private func plan(_ name: String?) -> Int? { policy.plans.firstIndex { $0.plan.name == name } }

  private func claim(for first: Int, and second: Int) -> String? {
    let plans = [policy.plans[first], policy.plans[second]]
    let domain = plans.reduce(Domain(space: policy.space)) { $0.restricting(by: $1.plan.applies) }
    var facts = Facts(total: Fen(1_000_000), firstSelfPay: .zero, inScope: Fen(1_000_000))
    for condition in plans.flatMap(\.plan.applies.all) {
      if condition.dimension.isNumeric {
        facts[dimension(condition)] = max(facts[dimension(condition)], lowest(condition.key))
      } else if let value = domain.values(of: condition.dimension).min() {
        facts[dimension(condition)] = value
      }
    }
    let writer = ClaimWriter(policy: policy, catalogue: catalogue)
    guard let day = writer.day(in: slice.days) else { return nil }
    return try? writer.claim(for: facts, on: day, plan: first)
  }

  private func dimension(_ condition: Conditions.Condition) -> Dimension {
    policy.space.dimension(named: condition.dimension.name) ?? condition.dimension
  }

  private func lowest(_ key: CaseKey) -> Int {
    if case .ranges(let ranges) = key { ranges.map(\.lowerBound).min() ?? 0 } else { 0 }
  }
}
