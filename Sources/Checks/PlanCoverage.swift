import PolicyModel
import Settlement
import Values

/// Which claims neither a plan nor a refusal of a region is for.
struct PlanCoverage {
  enum Value: Hashable, Sendable {
    case word(String)
    case number(Int)
  }

  typealias Point = [(dimension: Dimension, value: Value)]

  struct Gap: Sendable {
    /// Insurance, visit and person, and whatever else decides between plans there.
    let point: Point
    /// The plan closest to the gap.
    let neighbour: Plan
  }

  private let policy: ResolvedPolicy
  private let conditions: [Conditions]
  /// By dimension the values that claims have.
  private let values: [Dimension: [String]]

  init(_ policy: ResolvedPolicy) {
    self.policy = policy
    conditions = policy.plans.map(\.applies) + policy.refusals.map(\.applies)
    let dimensions = Set([.insurance, .visit, .person] + conditions.flatMap { $0.all.map(\.dimension) })
    values = Dictionary(uniqueKeysWithValues: dimensions.map { ($0, PlanCoverage.values(of: $0, in: policy)) })
  }

  /// At most one for each insurance and kind of visit.
  var gaps: [Gap] {
    let written = policy.plans.reduce(into: Set<Int>()) {
      $0.formUnion(Domain(space: policy.space).restricting(by: $1.applies).values(of: .insurance))
    }
    // Some plan is for the insurance.
    let insurances = values(of: .insurance).filter { written.contains(policy.space.index(of: $0, in: .insurance)) }
    return insurances.flatMap { insurance in
      values(of: .visit).filter(isMentioned).compactMap { visit in
        gap(for: [(.insurance, .word(insurance)), (.visit, .word(visit))])
      }
    }
  }

  /// Some plan or refusal is for the kind of visit, for whomever.
  private func isMentioned(_ visit: String) -> Bool {
    conditions.contains { $0.key(for: .visit).map { meets(.word(visit), $0, .visit) } ?? true }
  }

  private func gap(for start: Point) -> Gap? {
    let plans = policy.plans.filter { mayHold($0.applies, for: start) }
    for person in persons(of: start) {
      let point = start + [(Dimension.person, .word(person))]
      guard let gap = uncovered(point, open: conditions.filter { mayHold($0, for: point) }),
        let neighbour = plans.first(where: { mayHold($0.applies, for: point) }) ?? plans.first ?? sibling(of: start)
      else { continue }
      // Where the whole insurance lacks the visit, the person is beside the point.
      let isWhole = plans.isEmpty && gap.count == point.count
      return Gap(point: isWhole && isUncoveredForAll(start) ? start : gap, neighbour: neighbour)
    }
    return nil
  }

  private func isUncoveredForAll(_ start: Point) -> Bool {
    persons(of: start).allSatisfy { person in
      let point = start + [(Dimension.person, .word(person))]
      return !conditions.contains { mayHold($0, for: point) }
    }
  }

  /// A plan for the same insurance.
  private func sibling(of start: Point) -> Plan? {
    policy.plans.first { mayHold($0.applies, for: Array(start.prefix(1))) }
  }

  private func values(of dimension: Dimension) -> [String] { values[dimension] ?? [] }

  private func persons(of start: Point) -> [String] {
    guard case .word(let insurance)? = start.first?.value else { return [] }
    let fixed = policy.space.fixedValue(of: insurance, in: .insurance)
    return values(of: .person).filter { person in
      let own = policy.space.fixedValue(of: person, in: .person)
      return Dimension.person.values.first { $0.id == own }?.insurance ?? fixed == fixed
    }
  }

  /// A point below this one that none of the conditions is for; they go by the dimensions that follow.
  private func uncovered(_ point: Point, open: [Conditions]) -> Point? {
    if open.isEmpty { return point }
    if open.contains(where: { holds($0, for: point) }) { return nil }
    let decided = Set(point.map(\.dimension))
    guard let next = open.lazy.flatMap(\.all).first(where: { !decided.contains($0.dimension) })?.dimension else {
      return point
    }
    for value in candidates(of: next, among: open) {
      let finer = point + [(next, value)]
      guard isPossible(finer) else { continue }
      if let found = uncovered(finer, open: open.filter { mayHold($0, for: finer) }) { return found }
    }
    return nil
  }

  /// The values of a dimension that conditions can tell apart.
  private func candidates(of dimension: Dimension, among conditions: [Conditions]) -> [Value] {
    guard dimension.isNumeric else { return values(of: dimension).map { .word($0) } }
    var starts: Set<Int> = [dimension.lowerBound]
    for condition in conditions.flatMap(\.all) where condition.dimension == dimension {
      guard case .ranges(let ranges) = condition.key else { continue }
      for range in ranges {
        starts.insert(range.lowerBound)
        if range.upperBound < PlanCoverage.largest(of: dimension) { starts.insert(range.upperBound + 1) }
      }
    }
    return starts.filter { $0 >= dimension.lowerBound }.sorted().map { .number($0) }
  }

  /// Beyond it are no persons.
  private static func largest(of dimension: Dimension) -> Int { dimension == .age ? 100 : 9999 }

  /// Values that claims have: classes that plans go by in place of what they refine, diseases and not their groups.
  private static func values(of dimension: Dimension, in policy: ResolvedPolicy) -> [String] {
    if dimension == .disease { return (policy.space.diseases?.diseases ?? []).map(\.code) }
    let named = policy.plans.flatMap(\.applies.all).filter { $0.dimension == dimension }.flatMap { condition in
      if case .values(let ids) = condition.key { ids } else { [String]() }
    }
    let all = policy.space.values(of: dimension)
    let used = all.filter { value in dimension.values.contains { $0.id == value } || named.contains(value) }
    return used.filter { value in
      !used.contains { $0 != value && policy.space.isValue($0, under: [value], in: dimension) }
    }
  }

  /// Who is local is treated at home, and nobody else.
  private func isPossible(_ point: Point) -> Bool {
    func fixed(_ dimension: Dimension) -> String? {
      guard case .word(let word)? = point.first(where: { $0.dimension == dimension })?.value else { return nil }
      return policy.space.fixedValue(of: word, in: dimension)
    }
    guard let standing = fixed(.standing), let distance = fixed(.distance) else { return true }
    return (standing == "local") == (distance == "local")
  }

  private func holds(_ conditions: Conditions, for point: Point) -> Bool {
    conditions.all.allSatisfy { condition in
      point.first { $0.dimension == condition.dimension }.map { meets($0.value, condition.key, condition.dimension) }
        ?? (condition.key == .any)
    }
  }

  /// Whether nothing that is decided speaks against it.
  private func mayHold(_ conditions: Conditions, for point: Point) -> Bool {
    conditions.all.allSatisfy { condition in
      point.first { $0.dimension == condition.dimension }.map { meets($0.value, condition.key, condition.dimension) }
        ?? true
    }
  }

  private func meets(_ value: Value, _ key: CaseKey, _ dimension: Dimension) -> Bool {
    switch (value, key) {
    case (_, .any): true
    case (.word(let word), .values(let ids)):
      policy.space.isValue(word, under: ids, in: dimension)
    case (.number(let number), .ranges): key.contains(number)
    default: false
    }
  }
}
