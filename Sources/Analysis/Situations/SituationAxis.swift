import PolicyModel
import Settlement
import Values

/// One way in which claims differ, its values gathered that the rules do not tell apart.
package struct SituationAxis: Sendable {
  package struct Choice: Sendable {
    /// Stands for the others: the id of a value, or a number in digits.
    package let value: String
    /// All values of this choice; of a number the first and the last, or the first alone when there is no last.
    package let members: [String]
  }

  package let dimension: Dimension
  package let choices: [Choice]
}

/// Which values the rules of a plan, or of two, tell apart.
struct ValueGroups {
  /// Plans of one policy with what their figures are chosen by.
  struct Side {
    let space: DimensionSpace
    let parts: DecidingParts
    let nonLocal: CompiledNonLocal?
    /// What keeps some of the claims from being settled.
    let refusals: [CompiledConditions]
    /// What claims have to tell.
    let needed: [Dimension]

    /// - Parameter claims: conditions on the claims that matter; plans and refusals for others play no part.
    init(_ policy: CompiledPolicy, _ plans: [CompiledPlan], for claims: Conditions) {
      let domain = Domain(space: policy.space).restricting(by: claims)
      let meeting = plans.filter { !domain.restricting(by: $0.plan.applies).isEmpty }
      space = policy.space
      parts = meeting.reduce(into: DecidingParts()) { $0.add($1.deciding) }
      nonLocal = policy.nonLocal
      refusals = policy.refusals.filter { !domain.restricting(by: $0.refusal.applies).isEmpty }.map(\.applies)
      needed = meeting.flatMap(\.needs.dimensions)
    }

    var tables: [DenseTable] { parts.tables + (nonLocal.map { [$0.table] } ?? []) }

    var conditions: [CompiledConditions] { parts.conditions + refusals }
  }

  private let sides: [Side]

  init(_ sides: [Side]) { self.sides = sides }

  /// Dimensions that decide something.
  func isDeciding(_ dimension: Dimension) -> Bool {
    sides.contains { side in
      let slot = side.space.slot(of: dimension)
      guard slot >= 0 else { return false }
      return side.tables.contains { $0.axes.contains { $0.dimension == slot } }
        || side.conditions.contains { $0.tests.contains { $0.dimension == slot } }
        || side.parts.multipliers.contains { $0.slot == slot }
        || side.needed.contains(dimension)
        // Without rules for other places only claims at home settle.
        || (dimension == .standing && side.nonLocal == nil)
        || (dimension == .occurrence && side.parts.countsEachStay)
    }
  }

  /// The values of a named dimension, grouped; `allowed` says which can occur.
  func choices(of dimension: Dimension, among values: [String]) -> [SituationAxis.Choice] {
    var groups: [(signatures: [[Int32]], members: [String])] = []
    for value in values {
      let signatures = sides.map { signature(of: value, in: dimension, $0) }
      if let known = groups.firstIndex(where: { $0.signatures == signatures }) {
        groups[known].members.append(value)
      } else {
        groups.append((signatures, [value]))
      }
    }
    return groups.map { SituationAxis.Choice(value: $0.members[0], members: $0.members) }
  }

  /// What becomes of a value wherever rules ask for it.
  private func signature(of value: String, in dimension: Dimension, _ side: Side) -> [Int32] {
    let space = side.space
    let slot = space.slot(of: dimension)
    let index = space.index(of: value, in: dimension, among: sides.map(\.space))
    let known = space.values(of: dimension)
    let value = known.indices.contains(index) ? known[index] : value
    var signature: [Int32] = []
    // At home and elsewhere are never the same.
    if dimension == .standing || dimension == .distance {
      signature.append(space.fixedValue(of: value, in: dimension) == "local" ? 1 : 0)
    }
    // Nor are insurances, or persons of different ones: who has which is fixed.
    if dimension == .insurance {
      signature.append(Int32(space.index(of: space.fixedValue(of: value, in: .insurance), in: .insurance)))
    }
    if dimension == .person {
      let fixed = space.fixedValue(of: value, in: .person)
      let insurance = Dimension.person.values.first { $0.id == fixed }?.insurance
      signature.append(insurance.map { Int32(space.index(of: $0, in: .insurance)) } ?? -1)
    }
    guard slot >= 0, index >= 0 else { return signature + [-1] }
    if dimension == .visit, let nonLocal = side.nonLocal {
      signature.append(nonLocal.visits & (1 << UInt64(index)) == 0 ? 0 : 1)
    }
    for table in side.tables {
      guard let axis = table.axes.first(where: { $0.dimension == slot }) else { continue }
      signature += table.leaves.indices.filter { $0 / axis.stride % axis.count == index }.map { table.leaves[$0] }
    }
    for test in side.conditions.flatMap({ $0.tests }) where test.dimension == slot {
      signature.append(test.values[index / 64] & (1 << UInt64(index % 64)) == 0 ? 0 : 1)
    }
    return signature
  }

  /// The numbers of a dimension in stretches that the rules do not tell apart.
  func stretches(of dimension: Dimension) -> [SituationAxis.Choice] {
    var starts: Set<Int> = [dimension.lowerBound]
    for side in sides {
      let slot = side.space.slot(of: dimension)
      for table in side.tables {
        for axis in table.axes where axis.dimension == slot { starts.formUnion(axis.intervals.map(Int.init)) }
      }
      for test in side.conditions.flatMap({ $0.tests }) where test.dimension == slot {
        for range in test.ranges {
          starts.insert(Int(range.lowerBound))
          if range.upperBound < .max { starts.insert(Int(range.upperBound) + 1) }
        }
      }
      for multiplier in side.parts.multipliers where multiplier.slot == slot {
        // Each further number counts; a few stand for all of them.
        starts.formUnion([1, 2, 3, 10].map { multiplier.beyond + $0 })
      }
      if dimension == .occurrence, side.parts.countsEachStay { starts.formUnion([1, 2, 3, 10]) }
    }
    let sorted = starts.filter { $0 >= dimension.lowerBound }.sorted()
    return sorted.enumerated().map { index, start in
      let last = index + 1 < sorted.count ? ["\(sorted[index + 1] - 1)"] : []
      return SituationAxis.Choice(value: "\(start)", members: ["\(start)"] + last)
    }
  }
}
