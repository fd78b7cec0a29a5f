import PolicyModel
import Registry
import Settlement
import TestSupport
import Values

/// Random claims of one set of compiled rules: every dimension free, amounts crowded around the figures of the rules.
struct RandomClaims {
  let policy: CompiledPolicy
  private let landmarks: [Int64]

  init(_ policy: CompiledPolicy) {
    self.policy = policy
    landmarks = RandomClaims.landmarks(of: policy)
  }

  func facts(using generator: inout SeededGenerator) -> Facts { facts(of: nil, using: &generator) }

  /// - Parameter plan: the index of the plan that the claim is to be for; any when nil.
  func facts(of plan: Int?, using generator: inout SeededGenerator) -> Facts {
    let inScope = amount(using: &generator)
    let firstSelfPay = Bool.random(using: &generator) ? 0 : Int64.random(in: 0...inScope / 5 + 1, using: &generator)
    let rest = Bool.random(using: &generator) ? 0 : Int64.random(in: 0...inScope / 3 + 1, using: &generator)
    var facts = Facts(
      total: Fen(inScope + firstSelfPay + rest), firstSelfPay: Fen(firstSelfPay), inScope: Fen(inScope))
    for dimension in policy.space.dimensions where !dimension.isNumeric && dimension != .disease {
      facts[dimension] = Int.random(in: policy.space.values(of: dimension).indices, using: &generator)
    }
    for attribute in policy.space.attributes where attribute.isNumeric {
      facts[attribute] = Int.random(in: 0...60, using: &generator)
    }
    setDiseases(&facts, using: &generator)
    facts.days = Int32.random(in: 1...400, using: &generator)
    facts.continuesUnit = Int.random(in: 0..<4, using: &generator) == 0
    let aimed = plan.map { policy.plans[$0] } ?? policy.plans.randomElement(using: &generator)
    aim(&facts, at: aimed, using: &generator)
    let insurance = policy.space.lineage(of: policy.space.values(of: .insurance)[facts[.insurance]], in: .insurance)
      .last
    let persons = policy.space.values(of: .person).indices.filter { index in
      let fixed = policy.space.lineage(of: policy.space.values(of: .person)[index], in: .person).last
      return Dimension.person.values.first { $0.id == fixed }?.insurance == insurance
    }
    if !persons.contains(facts[.person]) { facts[.person] = persons.randomElement(using: &generator) ?? 0 }
    facts[.age] = Int.random(in: 0...100, using: &generator)
    return facts
  }

  /// One of the region's diseases, and a few more that the person has.
  private func setDiseases(_ facts: inout Facts, using generator: inout SeededGenerator) {
    guard let list = policy.space.diseases else { return }
    let codes = (0..<list.diseases.count).map { Int32(list.groups.count + $0) }
    facts.diseases = Array(codes.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator)))
    facts[.disease] = Int(facts.diseases.randomElement(using: &generator) ?? -1)
  }

  /// Makes the claim one that the plan is for, as far as named values decide.
  private func aim(_ facts: inout Facts, at plan: CompiledPlan?, using generator: inout SeededGenerator) {
    for condition in plan?.plan.applies.all ?? [] {
      guard case .values(let ids) = condition.key, let id = ids.randomElement(using: &generator) else { continue }
      facts[condition.dimension] = policy.space.values(of: condition.dimension).firstIndex(of: id) ?? 0
    }
  }

  /// Accounts empty, partly used, exactly at a figure of the rules, or one fen beside it.
  func accounts(using generator: inout SeededGenerator) -> [Int64] {
    let isFresh = Int.random(in: 0..<4, using: &generator) == 0
    return policy.accounts.map { account in
      if isFresh { return 0 }
      if account.measure.isCount { return Int64.random(in: 0...4, using: &generator) }
      return Int.random(in: 0..<3, using: &generator) == 0 ? 0 : amount(using: &generator)
    }
  }

  func amount(using generator: inout SeededGenerator) -> Int64 {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return Int64.random(in: 0...2, using: &generator)
    case 1...3:
      let landmark = landmarks.randomElement(using: &generator) ?? 100_000
      return max(0, landmark + Int64.random(in: -1...1, using: &generator))
    case 4, 5:
      // Evenly over the orders of magnitude, up to ten million yuan.
      let digits = Int.random(in: 0...8, using: &generator)
      let ceiling = (0..<digits).reduce(Int64(10)) { product, _ in product * 10 }
      return Int64.random(in: 0...ceiling, using: &generator)
    default: return Int64.random(in: 0...50_000_000, using: &generator)
    }
  }

  /// Amounts at which the rules change their mind.
  private static func landmarks(of policy: CompiledPolicy) -> [Int64] {
    var amounts: Set<Int64> = []
    for plan in policy.plans {
      for layer in plan.layers.map(\.layer) {
        for row in layer.deductible?.amount.rows ?? [] {
          if case .fixed(let figure) = row.leaf { amounts.insert(figure.value.count) }
        }
        for end in layer.ratio.columnEnds { if let end { amounts.insert(end.count) } }
        for cap in layer.caps {
          for row in cap.amount.rows { if case .amount(let figure) = row.leaf { amounts.insert(figure.value.count) } }
        }
      }
    }
    return amounts.sorted()
  }
}

/// How many claims a property is tried on, and from which seed; more with `REGIONPOLICY_CLAIMS`.
enum Sample {
  static let seed: UInt64 = Environment.number("REGIONPOLICY_SEED").map { UInt64($0) } ?? 20_240_905
  static let claims = Environment.number("REGIONPOLICY_CLAIMS") ?? 50_000
}
