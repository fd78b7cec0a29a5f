import Analysis
import PolicyModel
import Settlement
import TestSupport
import Values

/// Random claims of a plan in the course of a year.
struct RandomYears {
  struct Drawn {
    let situation: Situation
    /// What earlier claims left.
    let accounts: [Int64]
    /// First self-pay and what else is not in scope, in fen.
    let outOfScope: Int64
    let firstSelfPay: Int64

    var facts: Facts { situation.facts }
  }

  let policy: CompiledPolicy
  private let free: FreeFacts
  private let landmarks: [Int64]

  init(_ policy: CompiledPolicy) {
    self.policy = policy
    free = FreeFacts(policy)
    var landmarks: Set<Int64> = [100_000]
    for layer in policy.plans.flatMap(\.layers) {
      landmarks.formUnion(layer.ratio.ends.filter { $0 != .max })
      for cap in layer.caps { landmarks.formUnion(cap.amounts.compactMap { $0.value?.count }) }
      for amount in layer.deductible?.amounts ?? [] {
        if case .fixed(let figure) = amount { landmarks.insert(figure.value.count) }
      }
    }
    self.landmarks = landmarks.sorted()
  }

  /// Nil when no claim of the plan can have the facts that were drawn.
  func claim(for plan: CompiledPlan, using generator: inout SeededGenerator) -> Drawn? {
    for _ in 0..<20 {
      let drawn = free.next(for: plan, using: &generator)
      var facts = drawn.facts
      guard free.isPossible(facts) else { continue }
      facts.days = Bool.random(using: &generator) ? 1 : Int32.random(in: 1...400, using: &generator)
      if plan.plan.merging != nil { facts.continuesUnit = Int.random(in: 0..<3, using: &generator) == 0 }
      addDiseases(&facts, using: &generator)
      guard let situation = try? Situation(policy, facts, ordinal: drawn.ordinal), situation.plan === plan else {
        continue
      }
      let firstSelfPay = Bool.random(using: &generator) ? 0 : amount(using: &generator) / 10
      let rest = Bool.random(using: &generator) ? 0 : amount(using: &generator) / 10
      return Drawn(
        situation: situation, accounts: accounts(using: &generator), outOfScope: firstSelfPay + rest,
        firstSelfPay: firstSelfPay)
    }
    return nil
  }

  private func addDiseases(_ facts: inout Facts, using generator: inout SeededGenerator) {
    guard let list = policy.space.diseases, facts[.disease] >= 0 else { return }
    let others = list.diseases.indices.map { Int32($0 + list.groups.count) }.filter { $0 != Int32(facts[.disease]) }
    facts.diseases += others.shuffled(using: &generator).prefix(Int.random(in: 0...2, using: &generator))
  }

  private func accounts(using generator: inout SeededGenerator) -> [Int64] {
    policy.accounts.map { account in
      if account.measure.isCount { return Int64.random(in: 0...4, using: &generator) }
      return Int.random(in: 0..<3, using: &generator) == 0 ? 0 : amount(using: &generator)
    }
  }

  /// In fen, often at or beside a figure of the rules.
  func amount(using generator: inout SeededGenerator) -> Int64 {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0...2:
      let landmark = landmarks.randomElement(using: &generator) ?? 0
      return max(0, landmark + Int64.random(in: -1...1, using: &generator))
    case 3: return Int64.random(in: 0...10_000, using: &generator)
    default: return Int64.random(in: 0...30_000_000, using: &generator)
    }
  }
}
