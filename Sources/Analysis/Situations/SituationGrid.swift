import PolicyModel
import Settlement
import Values

/// All situations of a plan, or of two plans side by side, that its rules tell apart.
package struct SituationGrid: Sendable {
  package let axes: [SituationAxis]
  let combinations: Combinations
  /// One policy, or the two that are compared.
  private let policies: [CompiledPolicy]
  /// By policy, axis and choice, the number that stands in facts; -1 for what the policy does not know.
  private let values: [[[Int]]]

  /// Of one plan.
  package init(_ policy: CompiledPolicy, _ plan: CompiledPlan) {
    self.init([policy], for: plan, telling: ValueGroups([.init(policy, [plan], for: plan.plan.applies)]))
  }

  /// Of one plan's claims, told apart also as other rules do: side 0 is the plan's policy, side 1 the other one.
  init(of plan: CompiledPlan, _ policy: CompiledPolicy, against other: CompiledPolicy) {
    let claims = plan.plan.applies
    let groups = ValueGroups([.init(policy, [plan], for: claims), .init(other, other.plans, for: claims)])
    self.init([policy, other], for: plan, telling: groups)
  }

  private init(_ policies: [CompiledPolicy], for plan: CompiledPlan, telling groups: ValueGroups) {
    self.policies = policies
    var axes: [SituationAxis] = []
    for dimension in SituationGrid.dimensions(of: policies) where !Dimension.filing.contains(dimension) {
      let isNeeded = groups.isDeciding(dimension) || SituationGrid.always.contains(dimension)
      guard isNeeded else { continue }
      if dimension.isNumeric {
        axes.append(SituationAxis(dimension: dimension, choices: groups.stretches(of: dimension)))
      } else {
        let values = SituationGrid.values(of: dimension, policies, plan.plan.applies)
        axes.append(SituationAxis(dimension: dimension, choices: groups.choices(of: dimension, among: values)))
      }
    }
    self.axes = axes
    combinations = Combinations(counts: axes.map(\.choices.count))
    let spaces = policies.map(\.space)
    values = spaces.map { space in
      axes.map { axis in
        axis.choices.map { choice in
          axis.dimension.isNumeric
            ? Int(choice.value) ?? -1 : space.index(of: choice.value, in: axis.dimension, among: spaces)
        }
      }
    }
  }

  /// What every claim tells.
  private static let always: Set<Dimension> = [.insurance, .visit, .person]

  static func dimensions(of policies: [CompiledPolicy]) -> [Dimension] {
    var dimensions: [Dimension] = []
    for dimension in policies.flatMap(\.space.dimensions) where !dimensions.contains(dimension) {
      dimensions.append(dimension)
    }
    return dimensions
  }

  /// The values that claims of the plan can have, by id; of another policy also those that its own rules do not know.
  private static func values(of dimension: Dimension, _ policies: [CompiledPolicy], _ conditions: Conditions)
    -> [String]
  {
    var values: [String] = []
    for policy in policies {
      let domain = Domain(space: policy.space).restricting(by: conditions)
      let ids = policy.space.values(of: dimension)
      for index in domain.values(of: dimension).sorted() where !values.contains(ids[index]) {
        values.append(ids[index])
      }
    }
    return values
  }

  /// How many combinations there are.
  package var count: Int { combinations.count }

  package var isTooLarge: Bool { combinations.isTooMany }

  /// The choice of each axis for one of the combinations.
  package func coordinates(of combination: Int) -> [Int] { combinations.coordinates(of: combination) }

  /// The combination with these choices.
  package func combination(at coordinates: [Int]) -> Int { combinations.number(at: coordinates) }

  /// The facts of a combination under one of the policies, with the ordinal; nil when no claim can have them.
  package func facts(at coordinates: [Int], side: Int = 0) -> (facts: Facts, ordinal: Int)? {
    let space = policies[side].space
    var facts = Facts(total: .zero, firstSelfPay: .zero, inScope: .zero)
    facts.days = 1
    var ordinal = 1
    for (axis, choice) in coordinates.enumerated() {
      guard values[side][axis].indices.contains(choice) else { return nil }
      let value = values[side][axis][choice]
      if axes[axis].dimension == .occurrence {
        ordinal = value
      } else {
        set(&facts, axes[axis].dimension, value, in: space)
      }
    }
    complete(&facts, in: space)
    return isPossible(facts, in: space) ? (facts, ordinal) : nil
  }

  private func set(_ facts: inout Facts, _ dimension: Dimension, _ value: Int, in space: DimensionSpace) {
    let slot = space.slot(of: dimension)
    if slot >= 0, value >= 0 { facts.values[slot] = Int32(clamping: value) }
  }

  /// Gives what the rules do not ask for a value that goes with the rest.
  private func complete(_ facts: inout Facts, in space: DimensionSpace) {
    func fill(_ dimension: Dimension, _ value: String) {
      if facts[dimension] < 0 { facts[dimension] = space.index(of: value, in: dimension) }
    }
    if facts[.standing] < 0, facts[.distance] >= 0 {
      fill(.standing, isLocal(facts, .distance, space) ? "local" : "referral")
    }
    fill(.standing, "local")
    fill(.distance, isLocal(facts, .standing, space) ? "local" : "cross_province")
    fill(.hospitalLevel, "tertiary")
    fill(.channel, "direct")
    fill(.hardship, "none")
    if facts[.age] < 0 { facts[.age] = 40 }
    if facts[.disease] >= 0 { facts.diseases = [Int32(facts[.disease])] }
  }

  private func isLocal(_ facts: Facts, _ dimension: Dimension, _ space: DimensionSpace) -> Bool {
    let values = space.values(of: dimension)
    guard values.indices.contains(facts[dimension]) else { return false }
    return space.fixedValue(of: values[facts[dimension]], in: dimension) == "local"
  }

  /// Only employees retire, only residents are children; at home nobody is away.
  private func isPossible(_ facts: Facts, in space: DimensionSpace) -> Bool {
    guard isLocal(facts, .standing, space) == isLocal(facts, .distance, space) else { return false }
    let persons = space.values(of: .person)
    let insurances = space.values(of: .insurance)
    guard persons.indices.contains(facts[.person]), insurances.indices.contains(facts[.insurance]) else { return false }
    let person = space.fixedValue(of: persons[facts[.person]], in: .person)
    let needed = Dimension.person.values.first { $0.id == person }?.insurance
    return needed == nil || needed == space.fixedValue(of: insurances[facts[.insurance]], in: .insurance)
  }
}
