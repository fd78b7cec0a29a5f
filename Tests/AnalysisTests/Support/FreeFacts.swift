import Analysis
import PolicyModel
import Settlement
import TestSupport
import Values

/// Facts with a random value of every dimension, of persons and places that can be.
struct FreeFacts {
  let policy: CompiledPolicy
  private let numbers: [Dimension: [Int]]

  init(_ policy: CompiledPolicy) {
    self.policy = policy
    var numbers: [Dimension: [Int]] = [:]
    let axes = policy.plans.flatMap { SituationGrid(policy, $0).axes }
    for dimension in policy.space.dimensions where dimension.isNumeric {
      numbers[dimension] = FreeFacts.numbers(of: dimension, axes)
    }
    self.numbers = numbers
  }

  /// Numbers at which some rule of any plan changes, those beside them, and a few others.
  private static func numbers(of dimension: Dimension, _ axes: [SituationAxis]) -> [Int] {
    var numbers: Set<Int> = Set([0, 1, 2, 3, 5, 18, 40, 60, 75, 100].map { $0 + dimension.lowerBound })
    for axis in axes where axis.dimension == dimension {
      for start in axis.choices.compactMap({ Int($0.value) }) { numbers.formUnion([start - 1, start, start + 1]) }
    }
    return numbers.filter { $0 >= dimension.lowerBound }.sorted()
  }

  /// Facts that the named conditions of a plan are met by, with which stay of the year it is.
  func next(for plan: CompiledPlan, using generator: inout SeededGenerator) -> (facts: Facts, ordinal: Int) {
    var facts = Facts(total: .zero, firstSelfPay: .zero, inScope: .zero)
    facts.days = 1
    for dimension in policy.space.dimensions where !Dimension.filing.contains(dimension) && dimension != .disease {
      facts[dimension] =
        dimension.isNumeric
        ? numbers[dimension]?.randomElement(using: &generator) ?? dimension.lowerBound
        : Int.random(in: policy.space.values(of: dimension).indices, using: &generator)
    }
    if policy.policy.nonLocal == nil {
      // Without rules for other places only claims at home settle.
      for dimension in [Dimension.standing, .distance] {
        facts[dimension] = policy.space.index(of: "local", in: dimension)
      }
    }
    if let list = policy.space.diseases, let disease = list.diseases.indices.randomElement(using: &generator) {
      facts[.disease] = list.groups.count + disease
    }
    for condition in plan.plan.applies.all {
      guard case .values(let ids) = condition.key else { continue }
      let meeting = policy.space.values(of: condition.dimension).indices.filter { index in
        let value = policy.space.values(of: condition.dimension)[index]
        let isDisease = condition.dimension != .disease || index >= (policy.space.diseases?.groups.count ?? 0)
        return isDisease && !Set(policy.space.lineage(of: value, in: condition.dimension)).isDisjoint(with: ids)
      }
      facts.values[policy.space.slot(of: condition.dimension)] = Int32(meeting.randomElement(using: &generator) ?? 0)
    }
    if facts[.disease] >= 0 { facts.diseases = [Int32(facts[.disease])] }
    let ordinal = max(1, facts[.occurrence])
    facts[.occurrence] = -1
    return (facts, ordinal)
  }

  /// Only employees retire; who is local is treated at home.
  func isPossible(_ facts: Facts) -> Bool {
    func fixed(_ dimension: Dimension) -> String {
      policy.space.fixedValue(of: policy.space.values(of: dimension)[facts[dimension]], in: dimension)
    }
    guard (fixed(.standing) == "local") == (fixed(.distance) == "local") else { return false }
    let needed = Dimension.person.values.first { $0.id == fixed(.person) }?.insurance
    return needed == nil || needed == fixed(.insurance)
  }
}

extension PlanSituations {
  /// The combination that stands for facts; nil when an axis does not have their value.
  func combination(of facts: Facts, ordinal: Int, in policy: CompiledPolicy) -> Int? {
    var coordinates: [Int] = []
    for axis in grid.axes {
      let number = axis.dimension == .occurrence ? ordinal : facts[axis.dimension]
      guard number >= 0 else { return nil }
      let found: Int?
      if axis.dimension.isNumeric {
        found = axis.choices.firstIndex { choice in
          let bounds = choice.members.compactMap { Int($0) }
          return bounds[0] <= number && (bounds.count == 1 || number <= bounds[1])
        }
      } else {
        let value = policy.space.values(of: axis.dimension)[number]
        found = axis.choices.firstIndex { $0.members.contains(value) }
      }
      guard let found else { return nil }
      coordinates.append(found)
    }
    return grid.combination(at: coordinates)
  }
}
